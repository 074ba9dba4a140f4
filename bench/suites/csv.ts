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
import { compare, PROMISED, type Comparison } from '../lib/comparison.ts';
import { median, noise } from '../lib/statistics.ts';
import type { Measurement, Suite } from '../lib/suite.ts';

const ROWS = 1_000_000;
const FEW_ROWS = 10_000;
const MOST_ROUNDS = 5;
const COPY = '@org copy';
const WRITE_CSV = '@org writeCsv';
const OURS = [COPY, WRITE_CSV];
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
      return {
        measurements: [...all, ...first],
        comparisons: [...speeds(turns), ...memory(turns, more)],
        summary: cpuLines(turns),
      };
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

type Turns = ReadonlyMap<string, readonly Turn[]>;

/** What each of ours stands beside, and how much of its speed was promised. */
const BESIDE: Readonly<Record<string, Readonly<Record<string, number | undefined>>>> = {
  [COPY]: { [PSQL]: 0.9, 'pg-copy-streams': undefined },
  [WRITE_CSV]: {
    '@org rows, csv-stringify/sync': 1,
    'pg-cursor, csv-stringify': undefined,
    'pg-cursor, PapaParse': undefined,
    'pg-cursor, fast-csv': undefined,
  },
};

function speeds(found: Turns): Comparison[] {
  const rates = (way: string): number[] =>
    (found.get(way) ?? []).map(({ milliseconds }) => (ROWS / milliseconds) * 1000);
  return Object.entries(BESIDE).flatMap(([ours, others]) =>
    Object.entries(others)
      .filter(([other]) => found.has(other))
      .map(([other, atLeast]) =>
        compare({
          what: ours,
          unit: 'rows/s',
          other,
          better: 'more',
          ours: rates(ours),
          theirs: rates(other),
          ...(atLeast !== undefined && { atLeast }),
        }),
      ),
  );
}

/** Memory was promised to stay below a bound, and to stay the same with five times as many rows. */
function memory(found: Turns, fiveTimes: Turns): Comparison[] {
  const megabytes = (turns: readonly Turn[] = []): number[] =>
    turns.map(({ mebibytes = Number.NaN }) => (mebibytes * 1024 ** 2) / 1e6);
  return OURS.flatMap((way) => {
    const common = { unit: 'MB', better: 'less' } as const;
    const many = median(megabytes(found.get(way)));
    return [
      compare({
        ...common,
        what: way,
        setting: 'most memory',
        ours: megabytes(found.get(way)),
        other: PROMISED,
        theirs: 120,
        atLeast: 1,
      }),
      compare({
        ...common,
        what: way,
        setting: '5 × the rows',
        ours: megabytes(fiveTimes.get(way)),
        other: 'its memory with 1 ×',
        theirs: many,
        atLeast: 0.9,
      }),
    ];
  });
}

/** The processor's time of both ends, turn by turn. */
function cpuLines(found: Turns): string[] {
  const cpu = ({ cpuMilliseconds = Number.NaN, serverCpuSeconds }: Turn): number =>
    cpuMilliseconds / 1000 + serverCpuSeconds;
  return Object.entries(BESIDE).map(([ours, others]) => {
    const own = found.get(ours) ?? [];
    const ratios = Object.keys(others).flatMap((other) => {
      const turns = found.get(other);
      if (turns === undefined) return [];
      const each = turns.map((turn, round) => cpu(own[round] ?? turn) / cpu(turn));
      return [`${median(each).toFixed(2)} of ${other}`];
    });
    return `${ours}, CPU time of client and server: ${ratios.join(', ')}`;
  });
}
