import type { GoneOption, GoneRow } from '@org/sync';
import type { JobSettings } from '../run/job.js';
import type { GoneSetting, SyncOptions } from './sync-entry.js';

/** What the options of a sync mean for the engine. */
export function jobSettings(options: SyncOptions): JobSettings {
  const { delivery, guards, strictFields, gone, projectType, allowReserved } = options;
  return Object.freeze({
    ...(delivery && { delivery }),
    ...(guards && { guards }),
    ...(strictFields !== undefined && { strictFields }),
    ...(gone && { gone: goneOption(gone) }),
    ...(projectType && { projectType }),
    ...(allowReserved && { allowReserved }),
  });
}

function goneOption(gone: GoneSetting): GoneOption {
  if (typeof gone === 'string') return gone;
  if ('unsubscribe' in gone) return { unsubscribe: { listId: gone.unsubscribe } };
  const { event } = gone;
  if (typeof event === 'function') return { event };
  return {
    event: (row: GoneRow) => ({
      ...('email' in row ? { email: row.email } : { userId: row.userId }),
      eventName: event,
    }),
  };
}
