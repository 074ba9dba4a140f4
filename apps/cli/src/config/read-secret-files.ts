import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { GivenSettings } from './load-settings.js';
import { VARIABLES } from './variables.js';

/**
 * The settings with the secrets that are in files.
 *
 * @param problems gets what stands in the way; no content of a file is in it
 */
export function readSecretFiles(
  given: GivenSettings,
  cwd: string,
  problems: string[],
): GivenSettings {
  const settings = { ...given };
  for (const [name, { secret }] of Object.entries(VARIABLES)) {
    const variable = `${name}_FILE`;
    const file = given[variable];
    if (!secret || file === undefined) continue;
    delete settings[variable];
    if (given[name] !== undefined) {
      problems.push(`${name} and ${variable} are both set; keep one of them`);
      continue;
    }
    const path = resolve(cwd, file.value);
    const value = readSecret(path, variable, problems);
    if (value !== undefined) settings[name] = { value, origin: { from: 'file', name: path } };
  }
  return settings;
}

function readSecret(path: string, variable: string, problems: string[]): string | undefined {
  try {
    const content = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    if (content.trim() !== '') return content;
    problems.push(`${variable}: the file ${path} is empty`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    problems.push(`${variable}: the file ${path} can't be read (${code ?? String(error)})`);
  }
  return undefined;
}
