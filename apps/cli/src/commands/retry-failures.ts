import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import type { FailuresOptions } from '../program/failures.js';
import { runJob } from '../run/run-job.js';
import { onJob } from './on-job.js';

/** `iterable-sync failures --retry`: the same run as `run --only-failed`. */
export function retryFailures(
  name: string | undefined,
  options: FailuresOptions,
  io: Io,
): Promise<ExitCode> {
  return onJob(name, { ...options, onlyFailed: true }, io, runJob);
}
