import { requireJob } from '../config/require-job.js';
import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import type { SendingOptions } from '../program/run.js';
import { choiceOf } from '../program/sync-flags.js';
import type { Job } from '../run/job.js';
import type { RunContext } from '../run/run-job.js';
import { sendingOf, type Sending } from '../run/sending.js';
import { inSession } from '../session/in-session.js';

/** Does a command's work on the job of a sync: delivers its records, or foresees what that would be. */
export async function onJob(
  name: string | undefined,
  options: SendingOptions,
  io: Io,
  work: (job: Job, sending: Sending, context: RunContext) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { config, job } = await requireJob(options, choiceOf(name, options), io, [
    'database',
    'iterable',
  ]);
  return inSession(config, options, io, (session) =>
    work(job, sendingOf(options, job.settings), { config, ...session }),
  );
}
