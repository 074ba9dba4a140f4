import { requireJob } from '../config/require-config.js';
import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { planJob } from '../plan/plan-job.js';
import type { SendingOptions } from '../program/run.js';
import { choiceOf } from '../program/sync-flags.js';
import { sendingOf } from '../run/sending.js';
import { inSession } from '../session/in-session.js';

/** `iterable-sync plan`. */
export async function plan(
  name: string | undefined,
  options: SendingOptions,
  io: Io,
): Promise<ExitCode> {
  const { config, job } = await requireJob(options, choiceOf(name, options), io, [
    'database',
    'iterable',
  ]);
  return inSession(config, options, io, (session) =>
    planJob(job, sendingOf(options, job.settings), { config, ...session }),
  );
}
