import { openDatabase, sqlQuery } from '@org/db-query';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { childrenCpuSeconds } from '../lib/children-cpu.ts';
import type { CsvCost } from '../lib/csv-process.ts';
import { COLUMNS, findPsql, psqlCopy, startSource } from '../lib/csv-source.ts';
import { csvWays, type CsvJob } from '../lib/csv-ways.ts';
import { median, noise } from '../lib/statistics.ts';
import type { Measurement, Suite } from '../lib/suite.ts';

const ROWS = 1_000_000;
const FEW_ROWS = 10_000;
const MOST_ROUNDS = 5;
const OURS = ['@org copy', '@org writeCsv'];
const PSQL = 'psql \\copy';
const QUERY = 'select * from many';
const FIVE_TIMES = 'select many.* from generate_series(1, 5) as times, many';

/** From a table to a CSV file, of ours and its peers. */
export const suite: Suite = {
  name: 'csv',
  title: `${ROWS.toLocaleString('en-US')} rows of ${COLUMNS.length} columns from PostgreSQL to a CSV file`,
  run: async (settings) => {
    const rounds = Math.min(settings.rounds, MOST_ROUNDS);
    const source = await startSource({ few: FEW_ROWS, many: ROWS });
    const folder = await mkdtemp(join(tmpdir(), 'bench-csv-'));
    try {
      const job = { url: source.url, sql: QUERY, columns: COLUMNS, path: join(folder, 'rows.csv') };
      const { postmaster } = source;
      const ways = Object.keys(csvWays).concat(findPsql() === undefined ? [] : [PSQL]);
      const turns = await takeTurns(ways, job, { rows: ROWS, rounds, postmaster });
      const more = await takeTurns(
        OURS,
        { ...job, sql: FIVE_TIMES },
        { rows: 5 * ROWS, rounds: 1, postmaster },
      );
      const all = [...toMeasurements(turns, ROWS), ...toMeasurements(more, 5 * ROWS)];
      const first = await firstRows(source.url, rounds);
      return { measurements: [...all, ...first], summary: [...ratios(turns), ...memory(all)] };
    } finally {
      await rm(folder, { recursive: true });
      await source.stop();
    }
  },
};

/** What one turn of one way took. */
interface Turn extends Partial<CsvCost> {
  readonly milliseconds: number;
  readonly serverCpuSeconds: number;
}

/** Takes turns round by round, each time in a process of its own. */
async function takeTurns(
  ways: readonly string[],
  job: CsvJob,
  { rows, rounds, postmaster }: { rows: number; rounds: number; postmaster: number },
): Promise<ReadonlyMap<string, readonly Turn[]>> {
  const found = new Map<string, Turn[]>(ways.map((way) => [way, []]));
  const order = [...found];
  for (let round = 0; round < rounds; round += 1) {
    for (const [way, turns] of order) {
      const before = childrenCpuSeconds(postmaster) ?? Number.NaN;
      const cost = way === PSQL ? await withPsql(job) : await inProcess(way, job);
      // The server notices that a session has ended.
      await setTimeout(200);
      const after = childrenCpuSeconds(postmaster) ?? Number.NaN;
      if ((await stat(job.path)).size < rows * 100) throw new Error(`${way} wrote too little`);
      await rm(job.path);
      turns.push({ ...cost, serverCpuSeconds: after - before });
    }
    order.reverse();
  }
  return found;
}

function toMeasurements(
  found: ReadonlyMap<string, readonly Turn[]>,
  rows: number,
): readonly Measurement[] {
  return [...found].map(([subject, turns]) => {
    const figure = (name: keyof Turn): number => median(turns.map((turn) => turn[name] ?? NaN));
    const rates = turns.map(({ milliseconds }) => (rows / milliseconds) * 1000);
    const figures = {
      'rows/s': Math.round(median(rates)),
      'CPU s': Number((figure('cpuMilliseconds') / 1000).toFixed(2)),
      'server CPU s': Number(figure('serverCpuSeconds').toFixed(2)),
      'peak MiB': Math.round(figure('mebibytes')),
      'MiB before': Math.round(figure('mebibytesBefore')),
    };
    return {
      subject,
      setting: `${rows.toLocaleString('en-US')} rows`,
      figures: Object.fromEntries(Object.entries(figures).filter(([, value]) => value > 0)),
      noise: noise(rates),
    };
  });
}

async function withPsql(job: CsvJob): Promise<Omit<Turn, 'serverCpuSeconds'>> {
  const before = childrenCpuSeconds('self') ?? Number.NaN;
  const milliseconds = await psqlCopy(job);
  const after = childrenCpuSeconds('self') ?? Number.NaN;
  return { milliseconds, cpuMilliseconds: 1000 * (after - before) };
}

async function inProcess(way: string, job: CsvJob): Promise<CsvCost> {
  const child = fork(new URL('../lib/csv-process.ts', import.meta.url), [way, JSON.stringify(job)]);
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`${way} ended with ${code}`);
  });
  gone.catch(() => undefined);
  const [cost] = (await Promise.race([once(child, 'message'), gone])) as [CsvCost];
  await gone.catch(() => undefined);
  return cost;
}

/** What the beginning of a stream costs, of a small table and of a large one. */
async function firstRows(url: string, rounds: number): Promise<Measurement[]> {
  await using database = openDatabase({ url });
  const found = new Map<string, { first: number; thousand: number }[]>();
  for (let round = 0; round < 1 + 4 * rounds; round += 1) {
    for (const table of ['few', 'many']) {
      await using snapshot = await database.snapshot();
      const query = sqlQuery({ name: table, text: `select * from ${table} order by id` });
      const start = performance.now();
      let rows = 0;
      let first = 0;
      for await (const row of snapshot.stream(query)) {
        if (row !== undefined && ++rows === 1) first = performance.now() - start;
        if (rows === 1000) break;
      }
      const thousand = performance.now() - start;
      if (round > 0) found.set(table, [...(found.get(table) ?? []), { first, thousand }]);
    }
  }
  return [...found].map(([table, times]) => ({
    subject: '@org stream',
    setting: `of ${(table === 'few' ? FEW_ROWS : ROWS).toLocaleString('en-US')} rows`,
    figures: {
      'ms to the first row': Number(median(times.map(({ first }) => first)).toFixed(2)),
      'ms to the 1,000th row': Number(median(times.map(({ thousand }) => thousand)).toFixed(2)),
    },
    noise: noise(times.map(({ first }) => first)),
  }));
}

/** Turn by turn, so that what disturbs the machine is in both; and in CPU time of both ends. */
function ratios(found: ReadonlyMap<string, readonly Turn[]>): string[] {
  const cpu = (turn: Turn): number => (turn.cpuMilliseconds ?? NaN) / 1000 + turn.serverCpuSeconds;
  return OURS.map((ours) => {
    const own = found.get(ours) ?? [];
    const to = [...found].flatMap(([subject, turns]) => {
      if (subject === ours) return [];
      const pairs = turns.flatMap((turn, round) => {
        const mine = own[round];
        return mine === undefined ? [] : [{ turn, mine }];
      });
      const speed = median(pairs.map(({ turn, mine }) => turn.milliseconds / mine.milliseconds));
      const work = median(pairs.map(({ turn, mine }) => cpu(mine) / cpu(turn)));
      return [`${speed.toFixed(2)} × ${subject} (CPU ${work.toFixed(2)} ×)`];
    });
    return `${ours} is ${to.join(', ')}`;
  });
}

function memory(measurements: readonly Measurement[]): string[] {
  return OURS.map((ours) => {
    const peaks = measurements
      .filter(({ subject }) => subject === ours)
      .map(({ setting, figures }) => `${figures['peak MiB']} MiB at ${setting}`);
    return `${ours} has ${peaks.join(', ')}`;
  });
}
