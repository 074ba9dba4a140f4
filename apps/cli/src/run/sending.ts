import type { RunSyncOptions } from '@org/sync';

/** Which records a run sends, how, and what holds it back. */
export type Sending = Required<Pick<RunSyncOptions<unknown>, 'delivery' | 'select'>> &
  Pick<RunSyncOptions<unknown>, 'limit' | 'guards' | 'strictFields'>;
