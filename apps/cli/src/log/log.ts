import pino, { type Logger as PinoLogger } from 'pino';
import type { Subscribe } from '../io.js';
import { LogFile } from './log-file.js';
import { mapTexts } from './map-texts.js';
import { redactor, type Redact } from './redactor.js';
import { textLine } from './text-line.js';
import { withoutAddresses } from './without-addresses.js';

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
  /** Takes e-mail addresses out of all lines above DEBUG. @default false */
  readonly redact?: boolean;
  /** When to go on in the file that has the name then. @default never */
  readonly onReopen?: Subscribe;
}

/**
 * Opens the log for appending; a new file is readable by its owner only.
 *
 * @throws CliError when the file can't be written
 */
export function openLog({ file: path, format, secrets, redact, onReopen }: LogOptions): Log {
  const file = new LogFile(path);
  const root = pino(
    {
      level: 'debug',
      base: null,
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: LEVELS[label] ?? label.toUpperCase() }) },
    },
    { write: (line: string) => file.write(format === 'json' ? line : textLine(line)) },
  );
  const hideSecrets = redactor(secrets);
  const hide: Redact = redact ? (text) => withoutAddresses(hideSecrets(text)) : hideSecrets;
  const logger = (name: LoggerName): Logger =>
    adapt(root.child({ logger: name }), hideSecrets, hide);
  const release = onReopen?.(() => tellReopened(file, logger('iterable_sync')));
  return {
    file: path,
    logger,
    get failure() {
      return file.failure;
    },
    close: () => {
      release?.();
      file.end();
    },
  };
}

function tellReopened(file: LogFile, logger: Logger): void {
  const problem = file.reopen();
  if (problem === undefined) logger.debug('The log goes on in this file, as SIGHUP asked for');
  else
    logger.warning(`${file.path} can't be opened anew (${problem}); the log goes on in this file`);
}

const LEVELS: Readonly<Record<string, string>> = { warn: 'WARNING' };

/** Texts are redacted before they become JSON: afterwards a quote in a secret would hide it. */
function adapt(logger: PinoLogger, hideInDebug: Redact, hide: Redact): Logger {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error', redact: Redact) =>
    (message: string, fields: Fields = {}) =>
      logger[level](mapTexts(fields, redact) as object, '%s', redact(message));
  return {
    debug: write('debug', hideInDebug),
    info: write('info', hide),
    warning: write('warn', hide),
    error: write('error', hide),
  };
}
