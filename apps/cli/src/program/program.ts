import type { Command } from 'commander';
import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';

/** What a command is added to. */
export interface Program {
  readonly program: Command;
  readonly io: Io;
  /** Takes the exit code of the command that was called. */
  readonly end: (exitCode: ExitCode) => void;
}
