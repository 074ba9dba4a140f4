import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import type { SendingOptions } from '../program/run.js';
import { runJob } from '../run/run-job.js';
import { onJob } from './on-job.js';

/** `iterable-sync run`. */
export function run(name: string | undefined, options: SendingOptions, io: Io): Promise<ExitCode> {
  return onJob(name, options, io, runJob);
}
