import { expect } from 'vitest';
import type { CopyOptions, Database, Query, SqlQuery } from '../src/index.js';
import { formatCsv } from './csv-export.js';
import { collect } from './support.js';

/** The same query as the server writes it, and as writeCsv writes its rows. */
export async function bothWays(
  database: Database,
  query: Query<Record<string, unknown>> | SqlQuery,
  options: CopyOptions = {},
) {
  await using snapshot = await database.snapshot();
  const columns = (await snapshot.describe(query)).map(({ name }) => name);
  const rows = await collect(snapshot.stream(query as SqlQuery, { nested: 'text' }));
  const written = await formatCsv(rows, { columns, ...options });
  const copy = snapshot.copy(query, options);
  const copied = Buffer.concat(await collect(copy)).toString();
  expect(copy.rows).toBe(rows.length);
  return { copied, written: written.text };
}
