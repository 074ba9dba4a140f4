import type { Project } from '../project/project.js';
import { effectiveConnection, type EffectiveConnectionValue } from './effective-connection.js';
import { effectiveSettings, type EffectiveSetting } from './effective-settings.js';
import { effectiveSyncs, type EffectiveSync } from './effective-syncs.js';
import type { LoadedSettings } from './load-settings.js';

/** Everything that the configuration says, as it can be shown, and what is wrong with it. */
export interface EffectiveConfig {
  readonly settings: readonly EffectiveSetting[];
  /** What the settings make of the connection to the database; empty where none is named. */
  readonly connection: readonly EffectiveConnectionValue[];
  /** The configuration file, absolute. Absent where there is none. */
  readonly file?: string;
  readonly syncs: readonly EffectiveSync[];
  readonly problems: readonly string[];
}

/** What `config` shows. */
export function effectiveConfig(
  loaded: Pick<LoadedSettings, 'settings' | 'origins'>,
  project: Project,
  problems: readonly string[],
): EffectiveConfig {
  return {
    settings: effectiveSettings(loaded),
    connection: effectiveConnection(loaded),
    ...(project.file !== undefined && { file: project.file }),
    syncs: effectiveSyncs(project),
    problems,
  };
}

/** The configuration as JSON: see `schemas/config.schema.json`. */
export function configJson(config: EffectiveConfig): object {
  const { settings, connection, file, syncs, problems } = config;
  return {
    schemaVersion: 1,
    settings: settings.map(({ name, secret, value = null, origin = null }) => ({
      name,
      secret,
      value,
      origin,
    })),
    connection: connection.map(({ name, value = null, setting = null, origin }) => ({
      name,
      value,
      setting,
      origin,
    })),
    file: file ?? null,
    syncs,
    problems,
  };
}
