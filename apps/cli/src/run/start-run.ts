import type { Config } from '../config/config.js';
import { explainError } from '../errors/explain-error.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { openLog, type Log } from '../log/log.js';
import { Screen } from '../screen/screen.js';
import { isCancellation, listenForInterrupt } from './interrupt.js';
import type { Job } from './job.js';
import { runJob } from './run-job.js';
import type { Sending } from './sending.js';

/** Opens the screen and the log around a job, and closes them whatever happens. */
export async function startRun<Row extends object>(
  job: Job<Row>,
  config: Config,
  {
    io,
    verbose,
    sending,
  }: { readonly io: Io; readonly verbose: boolean; readonly sending: Sending },
): Promise<ExitCode> {
  const { secrets } = config;
  const screen = new Screen(io, { level: config.log.level, secrets });
  const log = openLog({ ...config.log, secrets });
  const interrupt = listenForInterrupt(io, () => {
    screen.line('WARNING', 'Stopping: what is in flight finishes. Once more stops at once.');
  });
  try {
    return await Promise.race([
      runJob(job, { config, screen, log, interrupt, verbose, sending, now: io.now }),
      interrupt.abandoned.then(() => EXIT.interrupted),
    ]);
  } catch (error) {
    if (isCancellation(error, interrupt)) return EXIT.interrupted;
    return tellError(error, screen, log);
  } finally {
    interrupt.release();
    log.close();
  }
}

function tellError(error: unknown, screen: Screen, log: Log): ExitCode {
  const { code, message, exitCode } = explainError(error);
  for (const line of `error[${code}]: ${message}`.split('\n')) screen.line('ERROR', line);
  log.logger('iterable_sync').error(`error[${code}]: ${message}`);
  if (error instanceof Error) log.logger('iterable_sync').debug(error.stack ?? error.message);
  return exitCode;
}
