import { sqlQuery } from '@org/db-query';
import { defineSync, mapColumns, textOf, type ColumnMapping } from '@org/sync';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Job, Row } from '../run/job.js';
import { builtInJob } from './built-in-job.js';
import { isQuerySync, type QuerySync } from './from-query.js';
import { jobSettings } from './job-settings.js';
import { omit } from './omit.js';
import type { SqlSync, SyncEntry } from './sync-entry.js';

/** Where the file is that an entry is from. */
export interface EntryPlace {
  readonly folder: string;
}

/**
 * The job of an entry that was checked.
 *
 * @throws Error where its SQL file can't be read, or its SQL is none that can be run
 */
export function jobOfEntry(name: string, entry: SyncEntry, place: EntryPlace): Job {
  if (isQuerySync(entry)) return queryJob(name, entry);
  if ('builtIn' in entry) {
    return builtInJob(name, omit(entry, ['builtIn']));
  }
  return sqlJob(name, entry, place);
}

function queryJob(name: string, entry: QuerySync): Job {
  const { query, key, user, event, title = name, createNewFields, ...options } = entry;
  const sync = defineSync<Row>({
    name,
    key: (row) => textOf(row[key]),
    ...(user && { user }),
    ...(event && { event }),
    ...(createNewFields !== undefined && { createNewFields }),
  });
  return { name, title, query, keyColumn: key, settings: jobSettings(options), define: () => sync };
}

function sqlJob(name: string, entry: SqlSync, { folder }: EntryPlace): Job {
  const { sql, query: text, parameters = {}, title = name, createNewFields, ...rest } = entry;
  const { allowReserved = [] } = rest;
  const mapping = omit(rest, OPTIONS);
  return {
    name,
    title,
    query: sqlQuery({
      name: sql ?? name,
      text: sql === undefined ? (text ?? '') : readSql(resolve(folder, sql)),
      parameters,
    }),
    keyColumn: entry.key,
    settings: jobSettings(rest),
    define: (columns) => {
      const mapped = mapColumns({ name, ...mapping } as ColumnMapping, columns, { allowReserved });
      return createNewFields === undefined ? mapped : defineSync({ ...mapped, createNewFields });
    },
  };
}

/** What of an entry is not about its columns. */
const OPTIONS = [
  'delivery',
  'guards',
  'strictFields',
  'gone',
  'projectType',
  'allowReserved',
] as const;

function readSql(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`the SQL file ${path} can't be read (${code ?? String(error)})`, {
      cause: error,
    });
  }
}
