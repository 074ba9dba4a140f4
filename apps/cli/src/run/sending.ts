import type { RunSyncOptions } from '@org/sync';
import type { SendingOptions } from '../program/run.js';
import type { JobSettings, Row } from './job.js';

/** Which records a run sends, how, and what holds it back. */
export type Sending = JobSettings & Pick<RunSyncOptions<Row>, 'select' | 'limit'>;

/** What the command line says, and where it says nothing, the configuration file. */
export function sendingOf(options: SendingOptions, settings: JobSettings): Sending {
  const { delivery, full, onlyFailed, limit, strictFields } = options;
  const { maxFailures, maxChanged, allowEmpty } = options;
  return {
    ...settings,
    ...(delivery && { delivery }),
    ...(limit !== undefined && { limit }),
    ...(strictFields && { strictFields }),
    select: full ? 'all' : onlyFailed ? 'failed' : 'changed',
    guards: {
      ...settings.guards,
      ...(maxFailures !== undefined && { maxFailures }),
      ...(maxChanged !== undefined && { maxChangedPercent: maxChanged }),
      ...(allowEmpty && { allowEmpty }),
    },
  };
}
