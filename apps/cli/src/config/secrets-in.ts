import type { Settings } from './load-settings.js';
import { passwordsOf } from './url-passwords.js';
import { VARIABLES } from './variables.js';

/** Shorter texts are found in ordinary words, and hiding those would hide what a line says. */
const SHORTEST = 8;

/** The secret texts among the settings, the passwords inside of URLs included. */
export function secretsIn(settings: Settings): string[] {
  const secrets = Object.entries(settings).flatMap(([name, value]) => {
    const { secret, url } = VARIABLES[name] ?? {};
    if (!secret) return [];
    const passwords = passwordsOf(value);
    // A URL without a password, such as that of a file, is none.
    return url && passwords?.length === 0 ? [] : [value, ...(passwords ?? [])];
  });
  return [...new Set(secrets)].filter((secret) => secret.length >= SHORTEST);
}
