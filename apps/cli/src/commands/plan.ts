import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { planJob } from '../plan/plan-job.js';
import type { SendingOptions } from '../program/run.js';
import { onJob } from './on-job.js';

/** `iterable-sync plan`. */
export function plan(name: string | undefined, options: SendingOptions, io: Io): Promise<ExitCode> {
  return onJob(name, options, io, planJob);
}
