import type { Io } from '../io.js';
import type { CommonOptions } from '../program/common-flags.js';
import type { ConfigPart } from './config.js';
import { resolveConfig, type ResolvedConfig } from './resolve-config.js';
import { sourcesOf } from './sources-of.js';

/** Reads the settings of a command, without the configuration file of the syncs. Opens nothing. */
export function readSettings<Part extends ConfigPart>(
  options: CommonOptions,
  io: Pick<Io, 'cwd' | 'env'>,
  parts: readonly Part[],
): ResolvedConfig<Part> {
  return resolveConfig(sourcesOf(options, io), parts);
}
