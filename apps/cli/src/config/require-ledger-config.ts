import type { Io } from '../io.js';
import type { CommonOptions } from '../program/common-flags.js';
import { commonConfig } from './common-config.js';
import type { ConfigOf } from './config.js';
import { ConfigurationError } from './configuration-error.js';
import { loadSettings } from './load-settings.js';
import { sourcesOf } from './sources-of.js';

/**
 * The settings of a command that looks into the ledger, and needs nothing else.
 *
 * @throws ConfigurationError with every problem that was found
 */
export function requireLedgerConfig(options: CommonOptions, io: Io): ConfigOf<never> {
  const { settings, problems } = loadSettings(sourcesOf(options, io));
  const config = commonConfig(io.cwd, settings, problems);
  if (problems.length > 0) throw new ConfigurationError(problems);
  return config;
}
