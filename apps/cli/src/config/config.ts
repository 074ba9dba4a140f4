import type { DatabaseOptions } from '@org/db-query';
import type { LocationOptions } from '@org/iterable-client';
import type { Level } from '../screen/levels.js';
import type { Settings } from './load-settings.js';

/** Everything that a run needs to know, checked. */
export interface Config {
  readonly database: DatabaseOptions;
  /** The settings of the authentication, checked; they become an authenticator where it is used. */
  readonly authentication: Settings;
  readonly iterable: IterableConfig;
  readonly log: LogConfig;
  /** Absolute path. */
  readonly outputDir: string;
  /** Where it is kept what was delivered: `sqlite:` with an absolute path, or a PostgreSQL. */
  readonly ledgerUrl: string;
  /** Texts that must never be shown. */
  readonly secrets: readonly string[];
}

export interface IterableConfig {
  /** A data center, or a base URL in its place. */
  readonly location: LocationOptions;
  /** Attempts of a call in all. */
  readonly maxAttempts: number;
  /** Time limit of one attempt. */
  readonly timeoutMs: number;
}

export interface LogConfig {
  /** Least level that the console shows. */
  readonly level: Level;
  /** Absolute path. */
  readonly file: string;
  readonly format: 'text' | 'json';
  /** No personal data above DEBUG, neither in the log nor on the console. */
  readonly redact: boolean;
}

/** What a command needs of the configuration besides log, output and ledger. */
export type ConfigPart = 'database' | 'iterable';

/** The configuration without the parts that a command does not need. */
export type ConfigOf<Part extends ConfigPart> = Omit<Config, PartKey> & Pick<Config, KeyOf<Part>>;

type PartKey = KeyOf<ConfigPart>;

type KeyOf<Part extends ConfigPart> =
  | (Part extends 'database' ? 'database' : never)
  | (Part extends 'iterable' ? 'authentication' | 'iterable' : never);
