import { CommanderError } from 'commander';
import { explainError } from './errors/explain-error.js';
import { EXIT, type ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import { createProgram } from './program.js';

/** Runs the program. It never ends the process and never throws. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  try {
    const program = createProgram(io, (code) => {
      exitCode = code;
    });
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has told it already, help and version included.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const { code, message, exitCode: failed } = explainError(error);
    io.stderr.write(`error[${code}]: ${message}\n`);
    return failed;
  }
}
