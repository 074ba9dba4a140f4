import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import type { Logger } from '../log/log.js';
import type { Redact } from '../log/redactor.js';
import { printable } from '../screen/printable.js';
import { writeJson } from '../session/write-json.js';
import { explainError } from './explain-error.js';

/** Where an error is told. */
export interface ErrorPlaces {
  readonly io: Io;
  readonly options: { readonly json?: boolean | undefined; readonly debug?: boolean | undefined };
  readonly redact?: Redact;
  readonly logger?: Logger;
}

/** Tells what ended a command: a line on stderr, the log, and as JSON where that is asked for. */
export function tellError(error: unknown, places: ErrorPlaces): ExitCode {
  const { io, options, redact = (text: string) => text, logger } = places;
  const { code, message, exitCode } = explainError(error);
  const text = `error[${code}]: ${redact(message)}`;
  const stack = error instanceof Error ? redact(error.stack ?? error.message) : undefined;
  const lines = [text, ...(options.debug && stack ? [stack] : [])].flatMap((each) =>
    each.split('\n'),
  );
  for (const line of lines) io.stderr.write(`${printable(line)}\n`);
  logger?.error(text);
  if (stack !== undefined) logger?.debug(stack);
  if (options.json) {
    writeJson(io.stdout, { schemaVersion: 1, error: { code, message: redact(message), exitCode } });
  }
  return exitCode;
}
