import type { ProUserEngagement } from '@org/db-query';
import { defineSync } from '@org/sync';

/**
 * The built-in sync: the profile of each pro user with recent engagement, and its newest
 * engagement as the event `recent_engagement`.
 */
export const recentEngagement = defineSync<ProUserEngagement>({
  name: 'recent_engagement',
  key: (row) => String(row.id),
  user: (row) => ({
    email: row.email,
    dataFields: {
      firstName: row.first_name,
      lastName: row.last_name,
      planType: row.plan_type,
      candidate: row.candidate,
    },
  }),
  event: (row) => ({
    email: row.email,
    eventName: 'recent_engagement',
    createdAt: row.event_time,
    dataFields: {
      page: row.page,
      device: row.device,
      browser: row.browser,
      location: row.location,
      eventTime: row.event_time,
    },
  }),
});
