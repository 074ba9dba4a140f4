import type { Config } from '../config/config.js';
import { tellError } from '../errors/tell-error.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { openLog } from '../log/log.js';
import { redactor } from '../log/redactor.js';
import type { CommonOptions } from '../program/common-flags.js';
import { Narrator } from '../run/narrator.js';
import { Screen } from '../screen/screen.js';
import { isCancellation, listenForInterrupt } from './interrupt.js';
import type { Session } from './session.js';
import { writeJson } from './write-json.js';

/** What a command was called with, as far as it is about what it shows. */
export interface SessionOptions extends CommonOptions {
  /** Where lines go that are no errors. @default stdout, unless JSON goes there */
  readonly talk?: 'stdout' | 'stderr';
}

/** Opens screen and log around a command's work, and closes them whatever happens. */
export async function inSession(
  config: Pick<Config, 'log' | 'secrets'>,
  options: SessionOptions,
  io: Io,
  work: (session: Session) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { secrets } = config;
  const { json, quiet, color, verbose = false, talk = json ? 'stderr' : 'stdout' } = options;
  const screen = new Screen(io, {
    level: quiet ? 'ERROR' : config.log.level,
    secrets,
    color,
    talk,
    anonymous: config.log.redact,
  });
  const log = openLog({ ...config.log, secrets, onReopen: io.onReopen });
  const logger = log.logger('iterable_sync');
  const interrupt = listenForInterrupt(io, () => {
    screen.line('WARNING', 'Stopping: what is in flight finishes. Once more stops at once.');
  });
  const session: Session = {
    screen,
    log,
    narrator: new Narrator(screen, logger),
    interrupt,
    verbose,
    result: (value) => {
      if (json) writeJson(io.stdout, value);
    },
    now: io.now,
  };
  try {
    return await Promise.race([
      work(session),
      interrupt.abandoned.then(() => tellInterrupted(session)),
    ]);
  } catch (error) {
    if (isCancellation(error, interrupt)) return tellInterrupted(session);
    const anonymous = config.log.redact;
    return tellError(error, { io, options, redact: redactor(secrets), anonymous, logger });
  } finally {
    interrupt.release();
    log.close();
  }
}

function tellInterrupted({ narrator }: Session): ExitCode {
  narrator.error('error[INTERRUPTED]: stopped by a signal before anything was sent');
  return EXIT.interrupted;
}
