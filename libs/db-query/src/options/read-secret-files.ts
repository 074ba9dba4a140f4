import { readFileSync } from 'node:fs';
import type { Environment } from './settings-of-variables.js';

/** Variables whose value may be in the file that `NAME_FILE` names, as container secrets are. */
const SECRETS = ['DATABASE_URL', 'DB_PASSWORD', 'PGPASSWORD'] as const;

/**
 * The environment with the secrets that are in files; one line break at the end of a file is none of its
 * secret.
 *
 * @param problems gets what stands in the way; no content of a file is in it
 */
export function readSecretFiles(environment: Environment, problems: string[]): Environment {
  const secrets: Record<string, string> = {};
  for (const name of SECRETS) {
    const variable = `${name}_FILE`;
    const path = environment[variable];
    if (!path) continue;
    if (environment[name]) {
      problems.push(`${name} and ${variable} are both set: keep one`);
      continue;
    }
    const secret = read(path, variable, problems);
    if (secret !== undefined) secrets[name] = secret;
  }
  return { ...environment, ...secrets };
}

function read(path: string, variable: string, problems: string[]): string | undefined {
  try {
    const content = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    if (content !== '') return content;
    problems.push(`${variable}: "${path}" is empty`);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    problems.push(`${variable}: cannot read "${path}" (${reason})`);
  }
  return undefined;
}
