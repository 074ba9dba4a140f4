import type { InitOptions } from '../program/init.js';
import { settingsFromFlags } from '../program/setting-flags.js';
import type { Decision } from './decision.js';
import type { Surroundings } from './surroundings.js';
import { syncOfFlags, tableOfFlags } from './sync-of-flags.js';
import type { TableReader } from './table-reader.js';

/** What flags and defaults say. */
export async function decideByFlags(
  options: InitOptions,
  { projectFiles }: Surroundings,
  read: TableReader,
): Promise<Decision> {
  const decided = {
    settings: settingsFromFlags(options),
    format: options.format ?? 'yaml',
  } as const;
  if (projectFiles.length > 0) return { ...decided, sync: undefined };
  const table = tableOfFlags(options);
  return { ...decided, sync: syncOfFlags(options, table && (await read(table))) };
}
