import type { Settings } from '../config/load-settings.js';
import type { InitOptions } from '../program/init.js';
import { settingsFromFlags } from '../program/setting-flags.js';
import { askDatabase, askIterable } from './ask-settings.js';
import { askSync } from './ask-sync.js';
import type { Asker } from './asker.js';
import type { ConfigFormat } from './config-format.js';
import type { Decision } from './decision.js';
import { hasDatabase, type Surroundings } from './surroundings.js';
import type { TableReader } from './table-reader.js';

/**
 * Asks for what flags leave open, and not about files that are there already.
 *
 * @throws Cancelled where the user gives up
 */
export async function decideByAsking(
  options: InitOptions,
  { hasEnv, projectFiles, settings: known }: Surroundings,
  asker: Asker,
  readerWith: (settings: Settings) => TableReader,
): Promise<Decision> {
  const given = settingsFromFlags(options);
  asker.begin('iterable-sync init');
  if (hasEnv) asker.say('There is a .env; it is kept as it is.');
  const database = hasEnv || hasDatabase(known) ? {} : await askDatabase(asker);
  const hasSync = projectFiles.length > 0;
  if (hasSync) asker.say(`There is ${projectFiles.join(', ')}; it is kept as it is.`);
  const sync = hasSync ? undefined : await askSync(asker, options, readerWith(database));
  const format = options.format ?? (sync ? await askFormat(asker) : 'yaml');
  const iterable = hasEnv ? {} : await askIterable(asker, given);
  asker.end('That is all.');
  return { settings: { ...given, ...database, ...iterable }, sync, format };
}

function askFormat(asker: Asker): Promise<ConfigFormat> {
  return asker.choice<ConfigFormat>('How is the configuration file written?', [
    { value: 'yaml', label: 'YAML' },
    { value: 'ts', label: 'TypeScript', hint: 'typed; syncs can be written as code' },
    { value: 'json', label: 'JSON' },
  ]);
}
