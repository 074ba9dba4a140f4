import { CommanderError } from 'commander';
import { tellError } from './errors/tell-error.js';
import { EXIT, type ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import { createProgram } from './program/create-program.js';
import { writeJson } from './session/write-json.js';

/** How an error is to be told, where nothing has read the arguments yet. */
export function askedFor(argv: readonly string[]) {
  const asked = (flag: string): boolean => argv.includes(flag);
  const color = asked('--no-color') ? false : asked('--color') || undefined;
  return { json: asked('--json'), debug: asked('--debug'), color };
}

/** Runs the program. It never ends the process and never throws. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const options = askedFor(argv);
  try {
    const program = createProgram(io, (code) => {
      exitCode = code;
    });
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      return tellError(error, { io, options });
    }
    // Commander has told it already, help and version included.
    if (error.exitCode === 0) return EXIT.ok;
    const message = error.message.replace(/^error: /, '');
    const told = { code: 'USAGE', message, exitCode: EXIT.usage };
    if (options.json) writeJson(io.stdout, { schemaVersion: 1, error: told });
    return EXIT.usage;
  }
}
