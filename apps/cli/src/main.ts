import { CommanderError } from 'commander';
import { tellError } from './errors/tell-error.js';
import { EXIT, type ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import { createProgram } from './program/create-program.js';
import { writeJson } from './session/write-json.js';

/** Runs the program. It never ends the process and never throws. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const asked = (flag: string): boolean => argv.includes(flag);
  const json = asked('--json');
  try {
    const program = createProgram(io, (code) => {
      exitCode = code;
    });
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      const color = asked('--no-color') ? false : asked('--color') || undefined;
      return tellError(error, { io, options: { json, color, debug: asked('--debug') } });
    }
    // Commander has told it already, help and version included.
    if (error.exitCode === 0) return EXIT.ok;
    const message = error.message.replace(/^error: /, '');
    const told = { code: 'USAGE', message, exitCode: EXIT.usage };
    if (json) writeJson(io.stdout, { schemaVersion: 1, error: told });
    return EXIT.usage;
  }
}
