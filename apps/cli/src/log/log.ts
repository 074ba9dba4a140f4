import { constants, openSync } from 'node:fs';
import pino, { type Logger as PinoLogger } from 'pino';
import { CliError } from '../errors/cli-error.js';
import { EXIT } from '../exit-code.js';
import { redactor, type Redact } from './redactor.js';
import { textLine } from './text-line.js';

/** Rooms that write to the log. */
export type LoggerName = 'iterable_sync' | 'iterable_client';

/** What a line is about; JSON has it beside the message. */
export type Fields = Readonly<Record<string, unknown>>;

/** Writes lines to the log file under the name of a room. */
export interface Logger {
  debug(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  warning(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
}

/** The log file of a run: everything, at DEBUG. */
export interface Log {
  readonly file: string;
  logger(name: LoggerName): Logger;
  /** The error that kept a line from being written, once there was one. */
  readonly failure: Error | undefined;
  /** Ends the file. */
  close(): void;
}

export interface LogOptions {
  /** Absolute path. */
  readonly file: string;
  readonly format: 'text' | 'json';
  /** Texts that must never be written. */
  readonly secrets: readonly string[];
}

/**
 * Opens the log for appending; a new file is readable by its owner only.
 *
 * @throws CliError when the file can't be written
 */
export function openLog({ file, format, secrets }: LogOptions): Log {
  const destination = pino.destination({ fd: openForAppending(file), sync: true });
  let failure: Error | undefined;
  destination.on('error', (error: Error) => {
    failure ??= error;
  });
  const write = (line: string): void => {
    if (!failure) destination.write(format === 'json' ? line : textLine(line));
  };
  const root = pino(
    {
      level: 'debug',
      base: null,
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: LEVELS[label] ?? label.toUpperCase() }) },
    },
    { write },
  );
  const redact = redactor(secrets);
  return {
    file,
    logger: (name) => adapt(root.child({ logger: name }), redact),
    get failure() {
      return failure;
    },
    close: () => destination.end(),
  };
}

const LEVELS: Readonly<Record<string, string>> = { warn: 'WARNING' };

/** Messages are redacted before they become JSON: afterwards a quote in a secret would hide it. */
function adapt(logger: PinoLogger, redact: Redact): Logger {
  return {
    debug: (message, fields = {}) => logger.debug(fields, '%s', redact(message)),
    info: (message, fields = {}) => logger.info(fields, '%s', redact(message)),
    warning: (message, fields = {}) => logger.warn(fields, '%s', redact(message)),
    error: (message, fields = {}) => logger.error(fields, '%s', redact(message)),
  };
}

/** Opened once and without blocking: a pipe that nobody reads is an error, not a wait for ever. */
function openForAppending(file: string): number {
  const { O_APPEND, O_CREAT, O_WRONLY, O_NONBLOCK = 0 } = constants;
  try {
    return openSync(file, O_APPEND | O_CREAT | O_WRONLY | O_NONBLOCK, 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(
      'LOG_FILE',
      EXIT.usage,
      `LOG_FILE ${file} can't be written (${code ?? 'unknown error'}); name a file in a folder that you may write to`,
      { cause: error },
    );
  }
}
