import type { Config } from '../config/config.js';
import { dotenvHint } from '../config/dotenv-hint.js';
import type { LoadedSettings } from '../config/load-settings.js';
import { readSettings } from '../config/read-settings.js';
import type { Question } from './question.js';

/** Settings and what is wrong with them, by what they are needed for. */
export interface SettingParts {
  readonly loaded: Pick<LoadedSettings, 'settings' | 'origins'>;
  /** What files, log and ledger need: always there, by their defaults where they are wrong. */
  readonly general: Pick<Config, 'log' | 'outputDir' | 'ledgerUrl' | 'secrets'>;
  readonly generalProblems: readonly string[];
  readonly database: Pick<Config, 'database'>;
  readonly databaseProblems: readonly string[];
  readonly iterable: Pick<Config, 'authentication' | 'iterable'>;
  readonly iterableProblems: readonly string[];
  /** What may explain that settings are missing. */
  readonly hint: string | undefined;
}

/** Reads the settings part by part, so that what is wrong with one does not hide another. */
export function readParts({ options, io }: Pick<Question, 'options' | 'io'>): SettingParts {
  const general = readSettings(options, io, []);
  const database = readSettings(options, io, ['database']);
  const iterable = readSettings(options, io, ['iterable']);
  const known = new Set(general.problems);
  const own = (problems: readonly string[]): string[] =>
    problems.filter((problem) => !known.has(problem));
  return {
    loaded: general.loaded,
    general: general.config,
    generalProblems: general.problems,
    database: database.config,
    databaseProblems: own(database.problems),
    iterable: iterable.config,
    iterableProblems: own(iterable.problems),
    hint: dotenvHint(general.loaded, io.cwd),
  };
}
