import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const ENDINGS = ['ts', 'mts', 'js', 'mjs', 'yaml', 'yml', 'json'] as const;

/** Names that a configuration file may have. */
export const PROJECT_FILES: readonly string[] = ENDINGS.map(
  (ending) => `iterable-sync.config.${ending}`,
);

/** The configuration files of a folder, absolute. */
export function projectFilesIn(folder: string): string[] {
  return PROJECT_FILES.map((name) => resolve(folder, name)).filter((path) => existsSync(path));
}
