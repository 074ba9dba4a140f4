import type { Config } from '../config/config.js';
import { tellError } from '../errors/tell-error.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { openLog } from '../log/log.js';
import { redactor } from '../log/redactor.js';
import { Narrator } from '../run/narrator.js';
import { isCancellation, listenForInterrupt } from './interrupt.js';
import { openConsole, type ConsoleOptions } from './open-console.js';
import type { Session } from './session.js';

/** Opens screen and log around a command's work, and closes them whatever happens. */
export async function inSession(
  config: Pick<Config, 'log' | 'secrets'>,
  options: ConsoleOptions,
  io: Io,
  work: (session: Session) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { secrets } = config;
  const shown = openConsole(config, options, io, config.log.level);
  const { screen } = shown;
  const log = openLog({ ...config.log, secrets, onReopen: io.onReopen });
  const logger = log.logger('iterable_sync');
  const interrupt = listenForInterrupt(io, () => {
    screen.line('WARNING', 'Stopping: what is in flight finishes. Once more stops at once.');
  });
  const narrator = new Narrator(screen, logger);
  const session: Session = { ...shown, log, narrator, interrupt, now: io.now };
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
