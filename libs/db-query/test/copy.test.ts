import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sqlQuery } from '../src/index.js';
import { formatCsv } from './csv-export.js';
import { collect, failureOf, openFor, queryOf, useTestDatabase } from './support.js';
import { bothWays } from './both-ways.js';

const fixture = useTestDatabase(`
  create type mood as enum ('happy', 'sad, "so" sad', '=1+1');
  create table victim (id int);
`);

const DATABASE = { applicationName: 'copy' };

describe('parameters of a copy', () => {
  const HOSTILE = [
    "'; drop table victim; --",
    "')) to program 'touch /tmp/x' --",
    String.raw`\'; drop table victim; --`,
    String.raw`\\'`,
    "''",
    '$$',
    '$1',
    '$2',
    ':a',
    '*/',
    '/*',
    '--',
    "E'\\''",
    '\n',
    '\u2019',
    '😀',
    '\\',
    '\\.',
    '',
  ];

  test.each(HOSTILE)('are values, whatever they look like: %j', async (value) => {
    const query = sqlQuery({
      name: 'test',
      text: "select :v::text as v, :v = :w as same, '$1' as no, ':v' as nor -- $1",
      parameters: { v: value, w: value },
    });
    const { copied, written } = await bothWays(fixture.open(DATABASE), query);
    expect(copied).toBe(written);
    expect(copied).toContain('true,$1,:v');
    await using snapshot = await fixture.open().snapshot();
    expect(await collect(snapshot.stream(queryOf('select id from victim', ['id'])))).toEqual([]);
  });

  test('keep their types', async () => {
    const text =
      'select $1::bit as a, $2::char(3) as b, $3::mood as c, pg_typeof($4)::text as d, $5::int8 + 1 as e, $6::bytea as f, $7 as g, $8::text is null as h, cardinality($9::text[]) as i, n from generate_series(1, 5) n where n > $10 limit $11';
    const parameters = [
      '1',
      'abc',
      'happy',
      'x',
      5n,
      Buffer.from([0, 255]),
      'y',
      null,
      ['a,"', null],
      2,
      2,
    ];
    const { copied, written } = await bothWays(
      fixture.open(DATABASE),
      queryOf(
        text.replace('$4)', '$4::varchar)'),
        ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'n'],
        parameters,
      ),
    );
    expect(copied).toBe(written);
    expect(copied.split('\n')).toHaveLength(4);
  });
});

/** The address of a way to the server that is cut after so many bytes from there. */
async function cuttingProxy(
  afterBytes: number,
  how: 'end' | 'destroy' | 'resetAndDestroy',
): Promise<string> {
  const real = new URL(fixture.url);
  const server = createServer((socket) => {
    const behind = connect(Number(real.port), real.hostname);
    let bytes = 0;
    behind.on('data', (chunk) => {
      bytes += chunk.length;
      if (bytes < afterBytes) socket.write(chunk);
      else socket[how]();
      if (bytes >= afterBytes) behind.destroy();
    });
    for (const side of [socket, behind]) side.on('error', () => undefined);
    socket.on('data', (chunk) => behind.write(chunk));
    socket.on('close', () => behind.destroy());
    behind.on('end', () => socket.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return Object.assign(new URL(real), { port: String(port) }).href;
}

describe('a copy', () => {
  const many = queryOf("select n, repeat('x', 1000) as t from generate_series(1, 200000) n", [
    'n',
    't',
  ]);

  test('of no columns is refused', async () => {
    await using snapshot = await fixture.open().snapshot();
    const nothing = snapshot.copy(sqlQuery({ name: 'test', text: 'select from victim' }));
    expect(await failureOf(collect(nothing))).toMatchObject({ code: 'NOT_SUPPORTED' });
    expect(await collect(snapshot.stream(queryOf('select 1 as a', ['a'])))).toEqual([{ a: 1 }]);
  });

  test('and a stream agree though a writer changes the rows all the while', async () => {
    await fixture.run(
      "create table busy as select n as id, 'before' as state, 0 as version from generate_series(1, 20000) n",
    );
    const query = queryOf('select id, state, version from busy order by id', [
      'id',
      'state',
      'version',
    ]);
    let writing = true;
    let changes = 0;
    const writer = (async () => {
      for (let id = 1; writing; id = (id % 20_000) + 97) {
        await fixture.run(
          `update busy set state = 'after', version = version + 1 where id % 97 = ${id % 97};
          delete from busy where id = ${id}; insert into busy values (${-id}, 'new', 0)`,
        );
        changes += 1;
      }
    })();
    try {
      // What the snapshot shows may lie between two changes, but it is one moment.
      await expect.poll(() => changes).toBeGreaterThan(2);
      await using snapshot = await fixture.open().snapshot();
      const before = changes;
      let copied = '';
      for await (const chunk of snapshot.copy(query)) {
        copied += Buffer.from(chunk).toString();
        const seen = changes;
        await expect.poll(() => changes).toBeGreaterThan(seen);
      }
      const rows = [];
      for await (const row of snapshot.stream(query, { batchSize: 5000 })) {
        rows.push(row);
        const seen = changes;
        if (rows.length % 5000 === 0) await expect.poll(() => changes).toBeGreaterThan(seen);
      }
      expect(changes).toBeGreaterThan(before + 4);
      const { text } = await formatCsv(rows, { columns: ['id', 'state', 'version'] });
      expect(copied).toBe(text);
      expect(copied).toContain('after');
    } finally {
      writing = false;
      await writer;
    }
  });

  test('waits for a slow reader, and loses nothing', async () => {
    await using snapshot = await fixture.open().snapshot();
    const copy = snapshot.copy(many);
    let bytes = 0;
    let pauses = 0;
    for await (const chunk of copy) {
      bytes += chunk.length;
      if (pauses++ < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const digits = Array.from({ length: 200_000 }, (_, n) => String(n + 1).length);
    expect(bytes).toBe(4 + digits.reduce((sum, length) => sum + length + 1002, 0));
    expect(copy.rows).toBe(200_000);
  });

  test('that is left early ends on the server, and with it the snapshot', async () => {
    const database = fixture.open({ applicationName: 'left' });
    const snapshot = await database.snapshot();
    for await (const chunk of snapshot.copy(many)) if (chunk.length > 100) break;
    await expect.poll(() => fixture.sessions('left')).toEqual([]);
    expect(await failureOf(collect(snapshot.stream(many)))).toMatchObject({ code: 'CANCELLED' });
  });

  test('ends with its signal, also while nobody reads', async () => {
    const database = fixture.open({ applicationName: 'stopped' });
    const snapshot = await database.snapshot();
    const stop = new AbortController();
    const chunks = snapshot.copy(many, { signal: stop.signal })[Symbol.asyncIterator]();
    await chunks.next();
    await chunks.next();
    stop.abort();
    await expect.poll(() => fixture.sessions('stopped')).toEqual([]);
    const rest = (async () => {
      while (!(await chunks.next()).done);
    })();
    expect(await failureOf(rest)).toMatchObject({ code: 'CANCELLED' });
  });

  test('meets an error in the middle, and has no count of rows then', async () => {
    await using snapshot = await fixture.open().snapshot();
    const text =
      "select 1 / (150000 - n) as x, repeat('y', 100) as y from generate_series(1, 200000) n";
    const copy = snapshot.copy(queryOf(text, ['x', 'y']));
    expect(await failureOf(collect(copy))).toMatchObject({
      code: 'INVALID_VALUE',
      sqlState: '22012',
    });
    expect(copy.rows).toBeUndefined();
  });

  test('whose session is ended in the middle fails, however much was read before', async () => {
    const database = fixture.open({ applicationName: 'ended' });
    await using snapshot = await database.snapshot();
    const copy = snapshot.copy(many);
    let bytes = 0;
    const reading = (async () => {
      for await (const chunk of copy) {
        if (bytes === 0) {
          const [session] = await fixture.sessions('ended');
          await fixture.run('select pg_terminate_backend($1)', [session?.pid]);
        }
        bytes += chunk.length;
      }
    })();
    expect(await failureOf(reading)).toMatchObject({ code: 'CONNECTION_LOST' });
    expect(bytes).toBeLessThan(200_000_000);
    expect(copy.rows).toBeUndefined();
    await database.check();
  });

  test.each(['end', 'destroy', 'resetAndDestroy'] as const)(
    'whose connection is cut on its way, by %s, never looks like a whole one',
    async (how) => {
      const proxy = await cuttingProxy(1_000_000, how);
      await using snapshot = await openFor(proxy).snapshot();
      const copy = snapshot.copy(many);
      expect(await failureOf(collect(copy))).toMatchObject({ code: 'CONNECTION_LOST' });
      expect(copy.rows).toBeUndefined();
    },
  );

  test('that takes too long is ended by the server', async () => {
    await using snapshot = await fixture.open({ statementTimeoutMs: 300 }).snapshot();
    const text = 'select n, pg_sleep(0.001) from generate_series(1, 60000) n';
    const copy = snapshot.copy(sqlQuery({ name: 'test', text }));
    expect(await failureOf(collect(copy))).toMatchObject({ code: 'STATEMENT_TIMEOUT' });
    expect(copy.rows).toBeUndefined();
  });

  test.each([
    'delete from victim returning id',
    'with gone as (delete from victim returning id) select id from gone',
    'show work_mem',
    'select 1 as a; select 2 as a',
    'select 1 as a) to stdout --',
    'select nothing',
  ])('of what is no query, or writes, is refused: %s', async (text) => {
    await using snapshot = await fixture.open().snapshot();
    await failureOf(collect(snapshot.copy(queryOf(text, ['a']))));
  });

  test.each<[unknown, string]>([
    [{ delimeter: ';' }, 'Did you mean "delimiter"?'],
    [{ delimiter: '€' }, 'delimiter must be one ASCII character'],
    [{ delimiter: '"' }, 'delimiter and quote must differ'],
    [{ quote: '\n' }, 'quote must be one ASCII character'],
    [{ nullText: ',' }, 'nullText must not have the delimiter'],
    [{ nullText: 1 }, 'nullText must be a string, not number'],
    [{ header: 1 }, 'header must be true or false'],
    [{ dates: 'us' }, "dates must be 'datetime' or 'iso'"],
    [{ signal: {} }, 'signal must be an AbortSignal'],
  ])('refuses the options %j at once', async (options, message) => {
    await using snapshot = await fixture.open().snapshot();
    const misuse = () => snapshot.copy(many, options as never);
    expect(misuse).toThrow(TypeError);
    expect(misuse).toThrow(message);
  });
});
