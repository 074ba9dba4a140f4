import { projectSchema } from '../project/project-schema.js';
import type { Settings } from '../config/load-settings.js';
import type { ConfigFormat } from './config-format.js';
import { configText } from './config-text.js';
import { envText } from './env-text.js';
import { GITIGNORE } from './gitignore.js';
import type { NewSync } from './new-sync.js';
import { schemaPlace } from './schema-place.js';
import { sqlText } from './sql-text.js';

/** A file to write, if there is none of its name. */
export interface PlannedFile {
  /** From the folder of the project. */
  readonly path: string;
  readonly text: string;
  readonly mode: number;
}

const FOR_ALL = 0o666;
const FOR_OWNER = 0o600;

/** The files of settings: what is ignored comes first, so that no secret is there without it. */
export function settingFiles(settings: Settings): PlannedFile[] {
  return [
    { path: '.gitignore', text: GITIGNORE, mode: FOR_ALL },
    { path: '.env', text: envText(settings), mode: FOR_OWNER },
  ];
}

/** The files of a sync: the configuration file comes last, so that it never names one that is missing. */
export function syncFiles(sync: NewSync, format: ConfigFormat, folder: string): PlannedFile[] {
  const { reference, file: schema } = schemaPlace(folder);
  const files: PlannedFile[] = [];
  const add = (path: string, text: string): void => void files.push({ path, text, mode: FOR_ALL });
  if (sync.kind === 'sql') add(`sql/${sync.name}.sql`, sqlText(sync));
  if (schema !== undefined && format !== 'ts') {
    add(schema, `${JSON.stringify(projectSchema, null, 2)}\n`);
  }
  add(`iterable-sync.config.${format}`, configText(sync, format, reference));
  return files;
}
