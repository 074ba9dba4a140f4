import type { Settings } from './load-settings.js';
import { VARIABLES } from './variables.js';

/** Shorter texts are found in ordinary words, and hiding those would hide what a line says. */
const SHORTEST = 8;

/** The secret texts among the settings, the password inside a URL included. */
export function secretsIn(settings: Settings): string[] {
  const secrets = Object.entries(settings)
    .filter(([name]) => VARIABLES[name]?.secret === true)
    .flatMap(([, value]) => [value, ...passwordsIn(value)]);
  return [...new Set(secrets)].filter((secret) => secret.length >= SHORTEST);
}

function passwordsIn(value: string): string[] {
  if (!URL.canParse(value)) return [];
  const { password } = new URL(value);
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    // Not percent-encoded after all; then it stands in the URL as it is.
    return [password];
  }
}
