import type { RunSyncOptions } from '@org/sync';

/** Which records a run sends, and how. */
export type Sending = Required<Pick<RunSyncOptions<unknown>, 'delivery' | 'select'>> &
  Pick<RunSyncOptions<unknown>, 'limit'>;
