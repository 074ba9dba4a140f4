import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Snapshot } from '@org/db-query';
import type pg from 'pg';

/** What is to be written. */
export interface CsvJob {
  readonly url: string;
  readonly sql: string;
  readonly columns: readonly string[];
  readonly path: string;
}

/** Connects, and gives a function that writes the file. */
export type CsvWay = (job: CsvJob) => Promise<() => Promise<void>>;

/** Rows that a peer gets at a time. */
const BATCH = 1000;

/** Ways from a query to a CSV file. */
export const csvWays: Readonly<Record<string, CsvWay>> = {
  '@org copy': async (job) => {
    const { snapshot, query } = await ours(job);
    const { writeCsvBytes } = await import('@org/csv-export');
    return async () => void (await writeCsvBytes(snapshot.copy(query), job.path));
  },
  'pg-copy-streams': async ({ url, sql, path }) => {
    const { to } = await import('pg-copy-streams');
    const client = await connect(url);
    return () =>
      pipeline(
        client.query(to(`copy (${sql}) to stdout (format csv, header)`)),
        createWriteStream(path),
      );
  },
  '@org writeCsv': async (job) => {
    const { snapshot, query } = await ours(job);
    const { writeCsv } = await import('@org/csv-export');
    const { columns, path } = job;
    return async () => void (await writeCsv(snapshot.stream(query), path, { columns }));
  },
  '@org rows, csv-stringify/sync': async (job) => {
    const { snapshot, query } = await ours(job);
    const { stringify } = await import('csv-stringify/sync');
    const options = { columns: [...job.columns], cast: { date: dateText } };
    return () => inBatches(snapshot.stream(query), 100, job, (rows) => stringify(rows, options));
  },
  'pg-cursor, csv-stringify': async (job) => {
    const rows = await cursor(job);
    const { stringify } = await import('csv-stringify');
    const options = { header: true, columns: [...job.columns], cast: { date: dateText } };
    return () => pipeline(Readable.from(rows()), stringify(options), createWriteStream(job.path));
  },
  'pg-cursor, PapaParse': async (job) => {
    const rows = await cursor(job);
    const { default: Papa } = await import('papaparse');
    const options = { columns: [...job.columns], header: false, newline: '\n' };
    return () =>
      inBatches(rows(), BATCH, job, (batch) => {
        for (const row of batch) row['event_time'] = dateText(row['event_time'] as Date);
        return `${Papa.unparse(batch, options)}\n`;
      });
  },
  'pg-cursor, fast-csv': async (job) => {
    const rows = await cursor(job);
    const { format } = await import('fast-csv');
    const transform = (row: Row): Row => ({
      ...row,
      event_time: dateText(row['event_time'] as Date),
    });
    const options = { headers: [...job.columns], includeEndRowDelimiter: true };
    return () =>
      pipeline(
        Readable.from(rows()),
        format<Row, Row>(options).transform(transform),
        createWriteStream(job.path),
      );
  },
};

/** A row of a peer. */
type Row = Record<string, unknown>;

const dateText = (date: Date): string => date.toISOString().slice(0, 19).replace('T', ' ');

async function ours({ url, sql }: CsvJob) {
  const { openDatabase, sqlQuery } = await import('@org/db-query');
  const snapshot: Snapshot = await openDatabase({ url }).snapshot();
  return { snapshot, query: sqlQuery({ name: 'bench', text: sql }) };
}

async function connect(url: string): Promise<pg.Client> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

async function cursor({ url, sql }: CsvJob): Promise<() => AsyncGenerator<Row>> {
  const { default: Cursor } = await import('pg-cursor');
  const client = await connect(url);
  return async function* () {
    const portal = client.query(new Cursor<Row>(sql));
    for (;;) {
      const batch = await portal.read(BATCH);
      if (batch.length === 0) return;
      yield* batch;
    }
  };
}

/** Formats some rows at a time, and writes them one piece after another. */
async function inBatches(
  rows: AsyncIterable<Row>,
  size: number,
  { columns, path }: CsvJob,
  format: (rows: Row[]) => string,
): Promise<void> {
  await using file = await open(path, 'w');
  await file.appendFile(`${columns.join()}\n`);
  let batch: Row[] = [];
  for await (const row of rows) {
    if (batch.push(row) < size) continue;
    await file.appendFile(format(batch));
    batch = [];
  }
  if (batch.length > 0) await file.appendFile(format(batch));
}
