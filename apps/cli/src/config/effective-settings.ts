import type { LoadedSettings } from './load-settings.js';
import type { Origin } from './origin.js';
import { withoutPasswords } from './url-passwords.js';
import { VARIABLES } from './variables.js';

/** A setting as it can be shown. */
export interface EffectiveSetting {
  readonly name: string;
  readonly secret: boolean;
  /** Its value, without passwords. Absent where it is secret, or not set. */
  readonly value?: string;
  /** Absent where it is not set. */
  readonly origin?: Origin;
}

/** All settings, in their usual order, secrets left out. */
export function effectiveSettings({
  settings,
  origins,
}: Pick<LoadedSettings, 'settings' | 'origins'>): EffectiveSetting[] {
  return Object.entries(VARIABLES).map(([name, { secret, url }]) => {
    const value = settings[name];
    const origin = origins[name];
    if (value === undefined || origin === undefined) return { name, secret };
    const shown = url ? withoutPasswords(value) : secret ? undefined : value;
    return { name, secret, origin, ...(shown !== undefined && { value: shown }) };
  });
}
