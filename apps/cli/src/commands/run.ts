import { proUsersWithRecentEngagement, type ProUserEngagement } from '@org/db-query';
import { resolveConfig } from '../config/resolve-config.js';
import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import type { RunOptions } from '../program.js';
import type { Job } from '../run/job.js';
import type { Sending } from '../run/sending.js';
import { startRun } from '../run/start-run.js';
import { recentEngagement } from '../syncs/recent-engagement.js';
import { settingsFromFlags } from './setting-flags.js';

/** `iterable-sync run`. */
export async function run(options: RunOptions, io: Io): Promise<ExitCode> {
  const config = resolveConfig({
    cwd: io.cwd,
    env: io.env,
    flags: settingsFromFlags(options),
    ...(options.dotenv !== undefined && { envFile: options.dotenv }),
  });
  const { days, verbose } = options;
  return startRun(builtInJob(days), config, { io, verbose, sending: sendingOf(options) });
}

function sendingOf(options: RunOptions): Sending {
  const { delivery, full, onlyFailed, limit, strictFields } = options;
  const { maxFailures, maxChanged, allowEmpty } = options;
  return {
    delivery,
    select: full ? 'all' : onlyFailed ? 'failed' : 'changed',
    ...(limit !== undefined && { limit }),
    ...(strictFields && { strictFields }),
    guards: {
      ...(maxFailures !== undefined && { maxFailures }),
      ...(maxChanged !== undefined && { maxChangedPercent: maxChanged }),
      ...(allowEmpty && { allowEmpty }),
    },
  };
}

/** The job of the built-in query. */
export function builtInJob(days: number): Job<ProUserEngagement> {
  return {
    title: `pro users with engagement in the last ${String(days)} days`,
    query: proUsersWithRecentEngagement({ days }),
    keyColumn: 'id',
    sync: recentEngagement,
  };
}
