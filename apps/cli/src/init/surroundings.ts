import { databaseOptionsFromEnvironment } from '@org/db-query';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadSettings, type Settings } from '../config/load-settings.js';
import type { Io } from '../io.js';
import { projectFilesIn } from '../project/find-project-file.js';
import { missingPatterns } from './gitignore.js';

/** What there is where files are to be written. */
export interface Surroundings {
  /** Absolute. */
  readonly folder: string;
  /** Settings of the environment and of the `.env` that is there. */
  readonly settings: Settings;
  readonly hasEnv: boolean;
  /** The configuration files that are there, from the folder. */
  readonly projectFiles: readonly string[];
  /** Lines that the `.gitignore` that is there lacks. */
  readonly missingPatterns: readonly string[];
}

export function lookAround(folder: string, { env }: Pick<Io, 'env'>): Surroundings {
  const gitignore = join(folder, '.gitignore');
  return {
    folder,
    settings: loadSettings({ cwd: folder, env, flags: {} }).settings,
    hasEnv: existsSync(join(folder, '.env')),
    projectFiles: projectFilesIn(folder).map((file) => relative(folder, file)),
    missingPatterns: existsSync(gitignore) ? missingPatterns(readFileSync(gitignore, 'utf8')) : [],
  };
}

/** Settings without which a run can't be, by variable. */
export function missingSettings(settings: Settings): string[] {
  const wanted = [
    'ITERABLE_API_KEY',
    ...(settings['USE_JWT_AUTH'] === 'true' ? ['ITERABLE_JWT_SECRET'] : []),
  ];
  return [
    ...(hasDatabase(settings) ? [] : ['DATABASE_URL']),
    ...wanted.filter((variable) => settings[variable] === undefined),
  ];
}

/** Whether the database is said, by a URL or by its parts. */
export function hasDatabase(settings: Settings): boolean {
  try {
    databaseOptionsFromEnvironment(settings);
    return true;
  } catch {
    return false;
  }
}
