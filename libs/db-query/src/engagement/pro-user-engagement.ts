import type { Timestamp } from '../types/timestamp.js';

/** A user of the plan, with the newest page event in the period. */
export interface ProUserEngagement {
  id: bigint;
  email: string;
  first_name: string | null;
  last_name: string | null;
  plan_type: string;
  candidate: string | null;
  page: string | null;
  device: string | null;
  browser: string | null;
  location: string | null;
  event_time: Timestamp;
}
