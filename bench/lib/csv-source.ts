import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { installedPostgres } from '../../tools/vitest/installed-postgres.ts';
import { type PostgresServer, startPostgresServer } from '../../tools/vitest/postgres-server.ts';
import type { CsvJob } from './csv-ways.ts';

/** The columns of the built-in query. */
export const COLUMNS: readonly string[] = [
  ...['id', 'email', 'first_name', 'last_name', 'plan_type', 'candidate'],
  ...['page', 'device', 'browser', 'location', 'event_time'],
];

/** About 124 bytes a row as CSV; one line in ten has something to quote. */
const tableSql = (name: string, rows: number): string => `
create table ${name} (
  id int8 primary key, email text, first_name text, last_name text, plan_type text, candidate text,
  page text, device text, browser text, location text, event_time timestamptz
);
insert into ${name} select n, 'user' || n || '@example.com', 'First' || n % 1000, 'Last' || n % 5000,
  'pro', case when n % 3 > 0 then 'candidate-' || n % 50 end, '/pages/' || n % 700,
  (array['desktop', 'mobile', 'tablet'])[1 + n % 3], (array['Chrome', 'Safari', 'Firefox'])[1 + n % 3],
  case when n % 10 = 0 then 'Berlin, Germany' else 'New York' end,
  '2026-01-01 00:00:00+00'::timestamptz + n * interval '1.234567 s'
from generate_series(1, ${rows}) n;
vacuum (freeze, analyze) ${name};`;

/** A server with tables to read. */
export interface CsvSource extends PostgresServer {
  /** The server's first process, the parent of the others. */
  readonly postmaster: number;
}

/** A real server with tables of so many rows, by name. */
export async function startSource(tables: Readonly<Record<string, number>>): Promise<CsvSource> {
  const server = await startPostgresServer({ settings: { shared_buffers: '1GB' } });
  const client = new pg.Client(server.url);
  await client.connect();
  for (const [name, rows] of Object.entries(tables)) {
    for (const statement of tableSql(name, rows).split(';').slice(0, -1)) {
      await client.query(statement);
    }
  }
  await client.end();
  const pidFile = await readFile(join(server.dataDirectory, 'postmaster.pid'), 'utf8');
  return { ...server, postmaster: Number.parseInt(pidFile, 10) };
}

/** Where psql is; undefined where it is not. */
export function findPsql(): string | undefined {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    installedPostgres()?.binaries ?? '',
  ];
  return folders.map((folder) => join(folder, 'psql')).find((path) => existsSync(path));
}

/** Has psql write a file, and says how many milliseconds that took, its start included. */
export async function psqlCopy(job: CsvJob): Promise<number> {
  const start = performance.now();
  const command = `\\copy (${job.sql}) to '${job.path}' (format csv, header)`;
  const child = spawn(findPsql() ?? 'psql', [job.url, '-X', '-q', '-c', command], {
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`psql ended with ${code}`);
  return performance.now() - start;
}
