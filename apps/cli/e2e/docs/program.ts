import type { Command } from 'commander';
import { createProgram } from '../../src/program/create-program.js';
import { capturedIo } from '../../test/captured-io.js';

/** The command line as it is defined, its commands doing nothing. */
export function theProgram(): Command {
  const program = createProgram(capturedIo().io, () => undefined);
  for (const command of program.commands) command.action(() => undefined);
  return program;
}

/** The long flags of a command. */
export function flagsOf({ options }: Command): string[] {
  return [...options.map(({ long }) => long ?? ''), '--help', '--version'];
}
