import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import type { Logger } from '../log/log.js';
import type { Redact } from '../log/redactor.js';
import { withoutAddresses } from '../log/without-addresses.js';
import { decorate } from '../screen/decorate.js';
import { printable } from '../screen/printable.js';
import { styleOf } from '../screen/style.js';
import { writeJson } from '../session/write-json.js';
import { explainError } from './explain-error.js';

/** Where an error is told. */
export interface ErrorPlaces {
  readonly io: Io;
  readonly options: {
    readonly json?: boolean | undefined;
    readonly debug?: boolean | undefined;
    readonly color?: boolean | undefined;
  };
  readonly redact?: Redact;
  /** Whether personal data is left out: `LOG_REDACT`. */
  readonly anonymous?: boolean;
  readonly logger?: Logger;
}

/** Tells what ended a command: a line on stderr, the log, and as JSON where that is asked for. */
export function tellError(error: unknown, places: ErrorPlaces): ExitCode {
  const { io, options, redact = (text: string) => text, logger } = places;
  const explanation = explainError(error);
  const { code, exitCode, anonymous = explanation.message } = explanation;
  const message = places.anonymous
    ? withoutAddresses(redact(anonymous))
    : redact(explanation.message);
  const text = `error[${code}]: ${message}`;
  const stack = error instanceof Error ? redact(error.stack ?? '') : '';
  // The message stands there already.
  const calls = options.debug ? stack.split('\n').filter((line) => /^ +at /.test(line)) : [];
  const style = styleOf({ output: io.stderr, env: io.env, flag: options.color });
  for (const line of [...text.split('\n'), ...calls]) {
    io.stderr.write(`${decorate(printable(line), style)}\n`);
  }
  logger?.error(text);
  if (stack !== '') logger?.debug(stack);
  if (options.json) {
    writeJson(io.stdout, { schemaVersion: 1, error: { code, message, exitCode } });
  }
  return exitCode;
}
