import { closeSync, openSync } from 'node:fs';
import pino, { type Logger as PinoLogger } from 'pino';
import { CliError } from '../errors/cli-error.js';
import { EXIT } from '../exit-code.js';
import { textLine } from './text-line.js';

/** Rooms that write to the log. */
export type LoggerName = 'iterable_sync' | 'iterable_client' | 'db_query' | 'csv_export';

/** Writes lines to the log file under the name of a room. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warning(message: string): void;
  error(message: string): void;
}

/** The log file of a run: everything, at DEBUG. */
export interface Log {
  readonly file: string;
  logger(name: LoggerName): Logger;
  /** Ends the file. Gives the error that kept lines from being written, if there was one. */
  close(): Error | undefined;
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
  requireWritable(file);
  const destination = pino.destination({ dest: file, append: true, mode: 0o600, sync: true });
  let failure: Error | undefined;
  destination.on('error', (error: Error) => {
    failure ??= error;
  });
  const write = (line: string): void => {
    destination.write(redact(format === 'json' ? line : textLine(line), secrets));
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
  return {
    file,
    logger: (name) => adapt(root.child({ logger: name })),
    close: () => {
      destination.end();
      return failure;
    },
  };
}

const LEVELS: Readonly<Record<string, string>> = { warn: 'WARNING' };

function adapt(logger: PinoLogger): Logger {
  return {
    debug: (message) => logger.debug(message),
    info: (message) => logger.info(message),
    warning: (message) => logger.warn(message),
    error: (message) => logger.error(message),
  };
}

function redact(line: string, secrets: readonly string[]): string {
  return secrets.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), line);
}

function requireWritable(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600));
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
