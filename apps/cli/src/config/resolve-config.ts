import { authFromEnvironment } from '@org/auth';
import { databaseOptionsFromEnvironment } from '@org/db-query';
import { baseUrlOf } from '@org/iterable-client';
import { commonConfig } from './common-config.js';
import type { ConfigOf, ConfigPart, IterableConfig } from './config.js';
import {
  loadSettings,
  type LoadedSettings,
  type Settings,
  type SettingSources,
} from './load-settings.js';
import { SettingReader } from './read-setting.js';

/** A configuration, whole only where there are no problems. */
export interface ResolvedConfig<Part extends ConfigPart> {
  readonly config: ConfigOf<Part>;
  readonly problems: readonly string[];
  /** The settings that it is made of. */
  readonly loaded: Omit<LoadedSettings, 'problems'>;
}

/**
 * Makes the configuration out of its sources and checks all of it, as far as it is needed, before
 * anything is opened.
 */
export function resolveConfig<Part extends ConfigPart>(
  sources: SettingSources,
  parts: readonly Part[],
): ResolvedConfig<Part> {
  const { problems, ...loaded } = loadSettings(sources);
  const { settings } = loaded;
  const reader = new SettingReader(settings, problems);
  const needs = (part: ConfigPart): boolean => (parts as readonly ConfigPart[]).includes(part);
  const config = {
    ...(needs('database') && {
      database: collect(problems, () => databaseOptionsFromEnvironment(settings)),
    }),
    ...(needs('iterable') && iterablePart(settings, reader, problems)),
    ...commonConfig(sources.cwd, settings, problems),
  };
  return { config: Object.freeze(config) as unknown as ConfigOf<Part>, problems, loaded };
}

function iterablePart(settings: Settings, reader: SettingReader, problems: string[]) {
  collect(problems, () => authFromEnvironment(settings));
  const iterable = iterableConfig(settings, reader, problems);
  collect(problems, () => baseUrlOf(iterable.location));
  return { authentication: settings, iterable };
}

function iterableConfig(
  settings: Settings,
  reader: SettingReader,
  problems: string[],
): IterableConfig {
  const { ITERABLE_BASE_URL: baseUrl, ITERABLE_DATA_CENTER: given } = settings;
  if (given !== undefined && baseUrl !== undefined) {
    problems.push('ITERABLE_DATA_CENTER and ITERABLE_BASE_URL are both set; keep one of them');
  }
  return {
    location:
      baseUrl === undefined
        ? { dataCenter: reader.oneOf('ITERABLE_DATA_CENTER', ['us', 'eu']) }
        : { baseUrl },
    maxAttempts: reader.wholeNumber('ITERABLE_MAX_ATTEMPTS', 1, 20),
    timeoutMs: reader.wholeNumber('ITERABLE_TIMEOUT_MS', 1, 600_000),
  };
}

/** Runs a check of a library; what it throws becomes a problem, or several where it tells several. */
function collect<T>(problems: string[], check: () => T): T | undefined {
  try {
    return check();
  } catch (error) {
    problems.push(...problemsOf(error));
    return undefined;
  }
}

function problemsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const { problems } = error as { problems?: unknown };
  if (!Array.isArray(problems)) return [error.message];
  return problems.map((problem: string | { variable: string; message: string }) =>
    typeof problem === 'string' ? problem : `${problem.variable}: ${problem.message}`,
  );
}
