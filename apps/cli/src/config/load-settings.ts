import { resolve } from 'node:path';
import { nearest } from '../errors/nearest.js';
import { flagOf } from '../program/setting-flags.js';
import type { Origin } from './origin.js';
import { override } from './override.js';
import { readDotenv } from './read-dotenv.js';
import { readSecretFiles } from './read-secret-files.js';
import { KNOWN_NAMES, VARIABLES } from './variables.js';

/** Settings as text, by variable name, secrets read from their files. */
export type Settings = Readonly<Record<string, string>>;

/** Settings, each with where it comes from. */
export type GivenSettings = Readonly<
  Record<string, { readonly value: string; readonly origin: Origin }>
>;

/** Where settings come from. The later wins: defaults, `.env`, the environment, flags. */
export interface SettingSources {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Settings given as flags, by variable name. */
  readonly flags: Settings;
  /** The `.env` file to read; it must exist. `false`: none. @default `.env` in `cwd`, where there is one */
  readonly envFile?: string | false;
}

/** The settings, and the problems met on the way. */
export interface LoadedSettings {
  readonly settings: Settings;
  /** Where each of them comes from. */
  readonly origins: Readonly<Record<string, Origin>>;
  /** Whether there was a `.env`, or another file in its place. */
  readonly dotenv: 'read' | 'absent';
  readonly problems: string[];
}

/** Gathers the settings. */
export function loadSettings(sources: SettingSources): LoadedSettings {
  const { cwd, env, flags } = sources;
  const problems: string[] = [];
  const dotenv = dotenvOf(sources, problems);
  for (const name of Object.keys(env)) {
    if (looksLikeOurs(name)) problems.push(`environment: unknown ${name}${suggestion(name)}`);
  }
  const merged = [
    from(known(DEFAULTS), () => ({ from: 'default' })),
    from(known(dotenv ?? {}), () => ({ from: 'dotenv', name: dotenvName(sources) })),
    from(known(env), () => ({ from: 'environment' })),
    from(flags, (name, value) => ({ from: 'flag', name: flagOf(name, value) })),
  ].reduce(override, {});
  const given = Object.entries(readSecretFiles(merged, cwd, problems));
  return {
    settings: Object.fromEntries(given.map(([name, { value }]) => [name, value])),
    origins: Object.fromEntries(given.map(([name, { origin }]) => [name, origin])),
    dotenv: dotenv === undefined ? 'absent' : 'read',
    problems,
  };
}

const DEFAULTS = Object.fromEntries(
  Object.entries(VARIABLES).map(([name, { default: value }]) => [name, value]),
);

function dotenvName({ envFile }: SettingSources): string {
  return envFile === false || envFile === undefined ? '.env' : envFile;
}

/** What the file says; nothing where there is none. */
function dotenvOf(sources: SettingSources, problems: string[]) {
  const { cwd, envFile } = sources;
  if (envFile === false) return {};
  const name = dotenvName(sources);
  try {
    const { values, problems: found } = readDotenv(resolve(cwd, name));
    problems.push(...found.map((problem) => `${name}: ${problem}`));
    for (const key of Object.keys(values)) {
      if (!isKnown(key)) problems.push(`${name}: unknown variable ${key}${suggestion(key)}`);
    }
    return values;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (envFile === undefined && code === 'ENOENT') return undefined;
    problems.push(`${name}: can't be read (${code ?? String(error)}); name a readable file`);
    return {};
  }
}

/** An empty value counts as none, so that a template can be filled in piece by piece. */
function known(values: Readonly<Record<string, string | undefined>>): Settings {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => isKnown(entry[0]) && !!entry[1]?.trim(),
    ),
  );
}

function from(
  settings: Settings,
  originOf: (name: string, value: string) => Origin,
): GivenSettings {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      { value, origin: originOf(name, value) },
    ]),
  );
}

function isKnown(name: string): boolean {
  return KNOWN_NAMES.includes(name);
}

/** The environment is shared with other programs: only what can hardly be theirs is refused. */
function looksLikeOurs(name: string): boolean {
  return name.startsWith('ITERABLE_') && !isKnown(name);
}

function suggestion(name: string): string {
  const candidate = nearest(name, KNOWN_NAMES);
  return candidate ? `; did you mean ${candidate}?` : '; see .env.example for those that there are';
}
