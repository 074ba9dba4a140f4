import { describeConnection } from '@org/db-query';
import type { LoadedSettings } from './load-settings.js';
import type { Origin } from './origin.js';
import { withoutPasswords } from './url-passwords.js';

/** A value of the connection to the database, as it can be shown. */
export interface EffectiveConnectionValue {
  /** Such as `host`. */
  readonly name: string;
  /** Absent where it is secret. */
  readonly value?: string;
  /** The setting that decides, such as `PGHOST`. Absent of a default. */
  readonly setting?: string;
  /** Where that setting comes from. */
  readonly origin: Origin;
}

/** The connection to the database, however it is put together; empty where none is named. */
export function effectiveConnection({
  settings,
  origins,
}: Pick<LoadedSettings, 'settings' | 'origins'>): EffectiveConnectionValue[] {
  return describeConnection(settings).map(({ name, value, variable }) => {
    if (variable === undefined) return { name, ...valueOf(value), origin: { from: 'default' } };
    const shown = isClear(settings[variable], variable) ? value : undefined;
    const origin = origins[variable] ?? { from: 'environment' };
    return { name, ...valueOf(shown), setting: variable, origin };
  });
}

const valueOf = (value: string | undefined) => (value === undefined ? {} : { value });

/** In a URL that is not clear, a part of the password may look like any other part. */
function isClear(given: string | undefined, variable: string): boolean {
  return variable !== 'DATABASE_URL' || withoutPasswords(given ?? '') !== undefined;
}
