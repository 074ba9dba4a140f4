import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearest } from '../errors/nearest.js';
import { readDotenv } from './read-dotenv.js';
import { ALTERNATIVES, KNOWN_NAMES, VARIABLES } from './variables.js';

/** Settings as text, by variable name, secrets read from their files. */
export type Settings = Readonly<Record<string, string>>;

/** Where settings come from. The later wins: `.env`, the environment, flags. */
export interface SettingSources {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Settings given as flags, by variable name. */
  readonly flags: Settings;
  /** The `.env` file to read; it must exist. `false`: none. @default `.env` in `cwd`, where there is one */
  readonly envFile?: string | false;
}

/** Gathers the settings, and the problems met on the way. */
export function loadSettings(sources: SettingSources): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const dotenv = dotenvOf(sources, problems);
  for (const name of Object.keys(sources.env)) {
    if (looksLikeOurs(name)) problems.push(`environment: unknown ${name}${suggestion(name)}`);
  }
  const merged = [known(dotenv), known(sources.env), sources.flags].reduce(override, {});
  return { settings: readSecretFiles(merged, sources.cwd, problems), problems };
}

function dotenvOf({ cwd, envFile }: SettingSources, problems: string[]) {
  if (envFile === false) return {};
  const name = envFile ?? '.env';
  try {
    const { values, problems: found } = readDotenv(resolve(cwd, name));
    problems.push(...found.map((problem) => `${name}: ${problem}`));
    for (const key of Object.keys(values)) {
      if (!isKnown(key)) problems.push(`${name}: unknown variable ${key}${suggestion(key)}`);
    }
    return values;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (envFile !== undefined || code !== 'ENOENT') {
      problems.push(`${name}: can't be read (${code ?? String(error)}); name a readable file`);
    }
    return {};
  }
}

/** The settings with those of a later source on top. */
function override(earlier: Settings, later: Settings): Settings {
  const kept = { ...earlier };
  for (const ways of ALTERNATIVES) {
    const used = ways.findIndex((names) => names.some((name) => later[name] !== undefined));
    for (const name of used === -1 ? [] : ways.toSpliced(used, 1).flat()) delete kept[name];
  }
  return { ...kept, ...later };
}

/** An empty value counts as none, so that a template can be filled in piece by piece. */
function known(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => isKnown(entry[0]) && !!entry[1]?.trim(),
    ),
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

function readSecretFiles(
  values: Record<string, string>,
  cwd: string,
  problems: string[],
): Settings {
  const settings = { ...values };
  for (const [name, variable] of Object.entries(VARIABLES)) {
    const fileVariable = `${name}_FILE`;
    const file = values[fileVariable];
    if (!variable.secret || file === undefined) continue;
    delete settings[fileVariable];
    if (values[name] !== undefined) {
      problems.push(`${name} and ${fileVariable} are both set; keep one of them`);
      continue;
    }
    const content = readSecret(resolve(cwd, file), fileVariable, problems);
    if (content !== undefined) settings[name] = content;
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
