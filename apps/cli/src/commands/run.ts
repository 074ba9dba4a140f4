import { proUsersWithRecentEngagement, type ProUserEngagement } from '@org/db-query';
import { resolveConfig } from '../config/resolve-config.js';
import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import type { RunOptions } from '../program.js';
import type { Job } from '../run/job.js';
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
  return startRun(builtInJob(options.days), config, { io, verbose: options.verbose });
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
