import { proUsersWithRecentEngagement } from '@org/db-query';
import { defineSync } from '@org/sync';
import type { Job } from '../run/job.js';
import { recentEngagement } from '../syncs/recent-engagement.js';
import { jobSettings } from './job-settings.js';
import type { BuiltInSync } from './sync-entry.js';

/** How recent the engagement must be where nobody says it, in days. */
const DAYS = 7;

/** The job of the built-in query. */
export function builtInJob(
  name: string = recentEngagement.name,
  { days = DAYS, ...options }: Omit<BuiltInSync, 'builtIn'> = {},
): Job {
  const { createNewFields } = options;
  const sync = defineSync({
    ...recentEngagement,
    name,
    ...(createNewFields !== undefined && { createNewFields }),
  });
  const job = {
    name,
    title: options.title ?? `pro users with engagement in the last ${String(days)} days`,
    query: proUsersWithRecentEngagement({ days }),
    keyColumn: 'id',
    settings: jobSettings(options),
    define: () => sync,
  };
  // Rows of a job are rows of its query and of no other.
  return job as unknown as Job;
}
