import { describe, expect, it } from 'vitest';
import { countedRows, manyRows } from '../test/rows.js';
import type { CsvFormatOptions } from './csv-options.js';
import { formatCsv } from './format-csv.js';

type Options = Partial<CsvFormatOptions<object>>;

/** The text of one row, `{ a: value }` for each value, without a header. */
async function line(values: unknown[], options: Options = {}): Promise<string> {
  const columns = values.map((_, index) => `c${index}`);
  const { text } = await formatCsv<object>([values], { columns, header: false, ...options });
  return text;
}

describe('a CSV', () => {
  const rows = [
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Ben' },
  ];

  it('has a header and a line for each row, each with its end', async () => {
    expect(await formatCsv(rows, { columns: ['id', 'name'] })).toStrictEqual({
      text: 'id,name\n1,Ada\n2,Ben\n',
      rows: 2,
      warnings: [],
    });
  });

  it('has the columns in the order that was asked for', async () => {
    const { text } = await formatCsv(rows, { columns: ['name', 'id'] });
    expect(text).toBe('name,id\nAda,1\nBen,2\n');
  });

  it('has a header where there are no rows', async () => {
    const { text, rows: count } = await formatCsv([], { columns: ['id', 'name'] });
    expect([text, count]).toEqual(['id,name\n', 0]);
  });

  it('is empty without header and rows', async () => {
    expect((await formatCsv([], { columns: ['id'], header: false })).text).toBe('');
  });

  it('is the same of an iterable, an async one, and one of arrays', async () => {
    const columns = ['id', 'name'] as const;
    const [expected, ...others] = await Promise.all([
      formatCsv(rows, { columns }),
      formatCsv(new Set(rows), { columns }),
      formatCsv(countedRows(rows), { columns }),
      formatCsv(countedRows(rows), { columns, signal: new AbortController().signal }),
      formatCsv(
        rows.map(({ id, name }) => [id, name]),
        { columns },
      ),
    ]);
    for (const other of others) expect(other).toStrictEqual(expected);
  });

  it('has every row, however many there are to a piece', async () => {
    for (const count of [1, 99, 100, 101, 200, 1234]) {
      const { text, rows } = await formatCsv(manyRows(count), { columns: ['id', 'text'] });
      expect(rows).toBe(count);
      expect(text.split('\n')).toHaveLength(count + 2);
      expect(text.endsWith(`\n${count},some text\n`)).toBe(true);
    }
  });

  it('cannot be changed for others who have it', async () => {
    const csv = await formatCsv(rows, { columns: ['id', 'name'] });
    expect(Object.isFrozen(csv) && Object.isFrozen(csv.warnings)).toBe(true);
  });
});

describe('a header', () => {
  it('may say something else than the key', async () => {
    const columns = ['id', { key: 'name', header: 'Full name, "Sir"' }] as const;
    const { text } = await formatCsv([{ id: 1, name: 'Ada' }], { columns });
    expect(text).toBe('id,"Full name, ""Sir"""\n1,Ada\n');
  });

  it('is text, and an empty one is quoted', async () => {
    const columns = ['id', { key: 'name', header: '' }] as const;
    expect((await formatCsv([], { columns })).text).toBe('id,""\n');
  });
});

describe('keys', () => {
  it('are names, never paths', async () => {
    const rows = [{ 'a.b': 1, 'c[0]': 2, a: { b: 'wrong' }, c: ['wrong'] }];
    const { text } = await formatCsv(rows, {
      columns: ['a.b', 'c[0]'],
      unknownColumns: 'ignore',
      header: false,
    });
    expect(text).toBe('1,2\n');
  });

  it('may be names that every object has', async () => {
    const rows = [JSON.parse('{"constructor":1,"__proto__":2,"toString":3}') as object];
    const { text } = await formatCsv(rows, { columns: ['constructor', '__proto__', 'toString'] });
    expect(text).toBe('constructor,__proto__,toString\n1,2,3\n');
  });
});

describe('quoting', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['"', '""""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['carriage\rreturn', '"carriage\rreturn"'],
    [' spaces ', ' spaces '],
    ["it's", "it's"],
    ['a;b', 'a;b'],
    ['back\\slash', 'back\\slash'],
    ['𝔘nicode – ü 😀 \u2028', '𝔘nicode – ü 😀 \u2028'],
  ])('of %j is %j', async (value, text) => {
    expect(await line([value, 1])).toBe(`${text},1\n`);
  });

  it('goes with the delimiter and the quote that were asked for', async () => {
    const options = { delimiter: ';', quote: "'" };
    expect(await line(['a;b', 'a,b', "it's", 'say "hi"'], options)).toBe(
      `'a;b';a,b;'it''s';say "hi"\n`,
    );
    expect(await line(['a\tb', 'c'], { delimiter: '\t' })).toBe('"a\tb"\tc\n');
  });

  it('is of line breaks whatever ends the lines', async () => {
    for (const lineEnding of ['\n', '\r\n'] as const) {
      expect(await line(['\n', '\r', '\r\n'], { lineEnding })).toBe(
        `"\n","\r","\r\n"${lineEnding}`,
      );
    }
  });

  it(String.raw`is of \. where it stands alone, which PostgreSQL takes for the end`, async () => {
    expect(await line(['\\.'])).toBe('"\\."\n');
    expect(await line(['\\.'], { nullText: 'NULL' })).toBe('"\\."\n');
    expect(await line(['\\.', 1])).toBe('\\.,1\n');
  });
});

describe('null', () => {
  it('is nothing, and an empty text is quoted', async () => {
    expect(await line([null, '', 'x'])).toBe(',"",x\n');
  });

  it('is the text that was asked for, and a text of the same letters is quoted', async () => {
    const options = { nullText: 'NULL' };
    expect(await line([null, 'NULL', '', 'null'], options)).toBe('NULL,"NULL",,null\n');
  });

  it('is told apart from numbers and booleans of the same letters too', async () => {
    expect(await line([null, 0, '0', 1], { nullText: '0' })).toBe('0,"0","0",1\n');
    expect(await line([null, false], { nullText: 'false' })).toBe('false,"false"\n');
  });
});

describe('a line end', () => {
  it('is CR LF where RFC 4180 is followed to the letter', async () => {
    const { text } = await formatCsv([{ a: 1 }], { columns: ['a'], lineEnding: '\r\n' });
    expect(text).toBe('a\r\n1\r\n');
  });
});

describe('a byte order mark', () => {
  it('stands before the header, or before the rows', async () => {
    const rows = [{ a: 1 }];
    // Without one, a text that begins with U+FEFF is quoted there, or it would be taken for one.
    const marked = { columns: ['\ufeffa'] } as const;
    expect((await formatCsv([['\ufeffx']], marked)).text).toBe('"\ufeffa"\n\ufeffx\n');
    expect((await formatCsv([['\ufeffx']], { ...marked, bom: true })).text).toBe(
      '\ufeff\ufeffa\n\ufeffx\n',
    );
    expect(await line(['\ufeffx', '\ufeff'])).toBe('"\ufeffx",\ufeff\n');
    expect(await line(['\ufeff"', 1])).toBe('"\ufeff""",1\n');
    const text = async (header: boolean) =>
      (await formatCsv(rows, { columns: ['a'], bom: true, header })).text;
    expect([await text(true), await text(false)]).toEqual(['\ufeffa\n1\n', '\ufeff1\n']);
  });
});

describe('values', () => {
  it.each<[string, unknown, string]>([
    ['a number', 1.5, '1.5'],
    ['a negative number', -0.25, '-0.25'],
    ['a large number', 1e21, '1e+21'],
    ['a number that needs all its digits', 0.1 + 0.2, '0.30000000000000004'],
    ['NaN', NaN, 'NaN'],
    ['infinity', -Infinity, '-Infinity'],
    ['a bigint', 9007199254740993n, '9007199254740993'],
    ['a negative bigint', -5n, '-5'],
    ['true', true, 'true'],
    ['false', false, 'false'],
    ['a date', new Date('2026-01-13T14:30:45.999Z'), '2026-01-13 14:30:45'],
    ['a date before 1970', new Date('1969-12-31T23:59:59.999Z'), '1969-12-31 23:59:59'],
    ['a date far away', new Date(Date.UTC(12026, 0, 1)), '12026-01-01 00:00:00'],
    ['a date long ago', new Date(Date.UTC(-43, 2, 15)), '0044-03-15 00:00:00 BC'],
    ['bytes', Buffer.from([0, 1, 255]), '\\x0001ff'],
    ['no bytes', new Uint8Array(0), '\\x'],
    ['an object', { a: 1, b: [true, null, 'x'] }, '"{""a"":1,""b"":[true,null,""x""]}"'],
    ['a list', ['x', 1, null], '"[""x"",1,null]"'],
    ['an empty list', [], '[]'],
    ['a bigint in an object', { n: 9007199254740993n }, '"{""n"":9007199254740993}"'],
    ['a date in a list', [new Date(0)], '"[""1970-01-01T00:00:00.000Z""]"'],
    ['an object that has its own JSON', { toJSON: () => ({ x: 1 }) }, '"{""x"":1}"'],
    ['undefined in an object', { a: undefined, b: 1 }, '"{""b"":1}"'],
    ['an object without a prototype', Object.assign(Object.create(null), { x: 1 }), '"{""x"":1}"'],
  ])('such as %s have one text', async (_, value, text) => {
    expect(await line([value, 'x'])).toBe(`${text},x\n`);
  });

  it('of a date are the same in every time zone', async () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
        process.env['TZ'] = zone;
        expect(new Date(0).getTimezoneOffset()).not.toBe(0);
        expect(await line([new Date('2026-07-01T00:00:00Z')])).toBe('2026-07-01 00:00:00\n');
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('of dates and booleans are written as was asked for', async () => {
    const date = new Date('2026-01-13T14:30:45.678Z');
    expect(await line([date, date], { dates: 'iso' })).toBe(
      '2026-01-13T14:30:45.678Z,2026-01-13T14:30:45.678Z\n',
    );
    expect(await line([date], { dates: (value) => String(value.getUTCFullYear()) })).toBe('2026\n');
    expect(await line([true, false], { trueText: 't', falseText: '' })).toBe('t,""\n');
  });

  it('are written by the column where it knows how', async () => {
    const rows = [
      { cents: 1999, name: null },
      { cents: 5, name: 'Ada' },
    ];
    const { text } = await formatCsv(rows, {
      columns: [
        { key: 'cents', header: 'price', format: (cents) => (cents / 100).toFixed(2) },
        { key: 'name', format: (name, row) => (row.cents < 10 ? null : name) },
      ],
    });
    expect(text).toBe('price,name\n19.99,\n0.05,\n');
  });

  it.each<[string, unknown, string]>([
    ['an invalid date', new Date(NaN), 'an invalid date'],
    ['a function', () => 1, 'a function'],
    ['a symbol', Symbol('x'), 'a symbol'],
    ['a Map, of which JSON would make {}', new Map([['a', 1]]), 'a Map'],
    ['a Set, of which JSON would make {}', new Set([1]), 'a Set'],
    ['an object that has no JSON', { toJSON: () => undefined }, 'an object that JSON cannot hold'],
    ['NaN in a list, of which JSON would make null', [1, NaN], 'an object that JSON cannot hold'],
    ['infinity in an object', { a: { b: -Infinity } }, 'an object that JSON cannot hold'],
    ['an invalid date in a list', [new Date(NaN)], 'an object that JSON cannot hold'],
    ['a hole in a list', [1, undefined], 'an object that JSON cannot hold'],
    ['a function in an object', { a: () => 1 }, 'an object that JSON cannot hold'],
    ['a symbol in a list', [Symbol('x')], 'an object that JSON cannot hold'],
    ['a Map in an object', { a: new Map([['a', 1]]) }, 'an object that JSON cannot hold'],
    ['a circle', circle(), 'an object that JSON cannot hold'],
  ])('such as %s are refused, with their place', async (_, value, what) => {
    const rows = [
      { id: 1, value: 'fine' },
      { id: 2, value },
    ];
    await expect(formatCsv(rows, { columns: ['id', 'value'] })).rejects.toMatchObject({
      name: 'CsvError',
      code: 'ERR_CSV_VALUE',
      row: 2,
      column: 'value',
      message:
        `The value of row 2, column 'value', is ${what} and has no text in a CSV. ` +
        'Give the column a format function.',
    });
  });

  function circle(): object {
    const ring: { self?: object; size: bigint } = { size: 1n };
    ring.self = ring;
    return ring;
  }
});

describe('a row', () => {
  const columns = ['id', 'name'] as const;

  it.each([
    ['has no such key', { id: 1 }],
    ['has undefined there', { id: 1, name: undefined }],
    ['is too short', [1]],
    ['has a hole there', [1, undefined]],
  ])('that %s is refused', async (_, row) => {
    const rows = [{ id: 0, name: 'fine' }, row] as object[];
    await expect(formatCsv(rows, { columns })).rejects.toMatchObject({
      name: 'CsvError',
      code: 'ERR_CSV_MISSING_COLUMN',
      row: 2,
      column: 'name',
    });
    const { text } = await formatCsv(rows, { columns, missingColumns: 'null', header: false });
    expect(text).toBe('0,fine\n1,\n');
  });

  it.each([
    ['has another key', { id: 1, name: 'Ada', plan: 'pro' }, 'plan'],
    ['has another key first', { plan: null, id: 1, name: 'Ada' }, 'plan'],
    ['is too long', [1, 'Ada', 'pro'], undefined],
  ])('that %s is refused', async (_, row, column) => {
    const rows = [row] as object[];
    await expect(formatCsv(rows, { columns })).rejects.toMatchObject({
      code: 'ERR_CSV_UNKNOWN_COLUMN',
      row: 1,
      column,
    });
    const { text } = await formatCsv(rows, { columns, unknownColumns: 'ignore', header: false });
    expect(text).toBe('1,Ada\n');
  });

  it('that names a wrong column is told which one', async () => {
    const rows = [{ id: 1, nmae: 'Ada' }] as object[];
    await expect(formatCsv(rows, { columns })).rejects.toThrow(
      "Row 1 has a value for 'nmae', which is none of the columns (id, name).",
    );
  });

  it('may have keys in any order, and undefined under a key that no column takes', async () => {
    const rows = [{ name: 'Ada', plan: undefined, id: 1 }];
    expect((await formatCsv(rows, { columns, header: false })).text).toBe('1,Ada\n');
  });

  it('may be of a class, with getters', async () => {
    class Person {
      readonly #name = 'Ada';
      get id(): number {
        return 1;
      }
      get name(): string {
        return this.#name;
      }
    }
    expect((await formatCsv([new Person()], { columns, header: false })).text).toBe('1,Ada\n');
  });

  it.each([null, undefined, 'text', 5])('that is %j is refused', async (row) => {
    await expect(formatCsv([row] as unknown as object[], { columns })).rejects.toMatchObject({
      code: 'ERR_CSV_ROW',
      row: 1,
    });
  });

  it('keeps its values out of every refusal', async () => {
    const rows = [{ id: 'ada@example.com', mail: 'ada@example.com' }] as object[];
    for (const names of [['id'], ['id', 'mail', 'name']]) {
      const refusal: unknown = await formatCsv(rows, { columns: names }).catch((e: unknown) => e);
      expect(refusal).toBeInstanceOf(Error);
      expect(JSON.stringify(refusal) + String(refusal)).not.toContain('ada@example.com');
    }
  });
});

describe('what the caller brought', () => {
  const columns = ['id'] as const;
  const trouble = Object.assign(new Error('connection lost'), { code: 'EACCES' });

  it('passes through where the rows fail', async () => {
    function* failing(): Generator<{ id: number }> {
      yield { id: 1 };
      throw trouble;
    }
    await expect(formatCsv(failing(), { columns })).rejects.toBe(trouble);
    await expect(formatCsv(countedRows(failing()), { columns })).rejects.toBe(trouble);
  });

  it('passes through where a format function fails', async () => {
    const fails = () => {
      throw trouble;
    };
    const failing = formatCsv([{ id: 1 }], { columns: [{ key: 'id', format: fails }] });
    await expect(failing).rejects.toBe(trouble);
    const dated = formatCsv([{ id: new Date() }], { columns, dates: fails });
    await expect(dated).rejects.toBe(trouble);
  });

  it('is told where a format function gives no text', async () => {
    const wrong = [{ key: 'id', format: () => 5 as unknown as string }] as const;
    await expect(formatCsv([{ id: 1 }], { columns: wrong })).rejects.toThrow(
      new TypeError("The format function of the column 'id' must return a string or null."),
    );
  });

  it('is closed where a row is refused', async () => {
    const rows = countedRows([{ id: 1 }, { id: 2, more: 3 }, { id: 3 }]);
    await expect(formatCsv(rows, { columns })).rejects.toMatchObject({ row: 2 });
    expect(rows).toMatchObject({ taken: 2, isClosed: true });
  });
});
