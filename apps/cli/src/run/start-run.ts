import type { Config } from '../config/config.js';
import { explainError } from '../errors/explain-error.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { openLog } from '../log/log.js';
import { Screen } from '../screen/screen.js';
import { listenForInterrupt } from './interrupt.js';
import type { Job } from './job.js';
import { runJob } from './run-job.js';

/** Opens the screen and the log around a job, and closes them whatever happens. */
export async function startRun<Row extends object>(
  job: Job<Row>,
  config: Config,
  { io, verbose }: { readonly io: Io; readonly verbose: boolean },
): Promise<ExitCode> {
  const { secrets } = config;
  const screen = new Screen(io.stdout, io.stderr, config.log.level, secrets);
  const log = openLog({ ...config.log, secrets });
  const interrupt = listenForInterrupt(io, () => {
    screen.line('WARNING', 'Stopping: what is in flight finishes. Once more stops at once.');
  });
  try {
    return await runJob(job, { config, screen, log, interrupt, verbose, now: io.now });
  } catch (error) {
    const { code, message } = explainError(error);
    log.logger('iterable_sync').error(`error[${code}]: ${message}`);
    if (interrupt.stop.aborted) return EXIT.interrupted;
    throw error;
  } finally {
    interrupt.release();
    const failure = log.close();
    if (failure) screen.line('ERROR', `The log is incomplete: ${failure.message}`);
  }
}
