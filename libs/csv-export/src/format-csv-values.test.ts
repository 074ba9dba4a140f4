import { describe, expect, it } from 'vitest';
import { lineOf } from '../test/line-of.js';
import { formatCsv } from './format-csv.js';

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
    expect(await lineOf([value, 1])).toBe(`${text},1\n`);
  });

  it('goes with the delimiter and the quote that were asked for', async () => {
    const options = { delimiter: ';', quote: "'" };
    expect(await lineOf(['a;b', 'a,b', "it's", 'say "hi"'], options)).toBe(
      `'a;b';a,b;'it''s';say "hi"\n`,
    );
    expect(await lineOf(['a\tb', 'c'], { delimiter: '\t' })).toBe('"a\tb"\tc\n');
  });

  it('is of line breaks whatever ends the lines', async () => {
    for (const lineEnding of ['\n', '\r\n'] as const) {
      expect(await lineOf(['\n', '\r', '\r\n'], { lineEnding })).toBe(
        `"\n","\r","\r\n"${lineEnding}`,
      );
    }
  });

  it(String.raw`is of \. where it stands alone, which PostgreSQL takes for the end`, async () => {
    expect(await lineOf(['\\.'])).toBe('"\\."\n');
    expect(await lineOf(['\\.'], { nullText: 'NULL' })).toBe('"\\."\n');
    expect(await lineOf(['\\.', 1])).toBe('\\.,1\n');
  });
});

describe('null', () => {
  it('is nothing, and an empty text is quoted', async () => {
    expect(await lineOf([null, '', 'x'])).toBe(',"",x\n');
  });

  it('is the text that was asked for, and a text of the same letters is quoted', async () => {
    const options = { nullText: 'NULL' };
    expect(await lineOf([null, 'NULL', '', 'null'], options)).toBe('NULL,"NULL",,null\n');
  });

  it('is told apart from numbers and booleans of the same letters too', async () => {
    expect(await lineOf([null, 0, '0', 1], { nullText: '0' })).toBe('0,"0","0",1\n');
    expect(await lineOf([null, false], { nullText: 'false' })).toBe('false,"false"\n');
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
    expect(await lineOf([value, 'x'])).toBe(`${text},x\n`);
  });

  it('of a date are the same in every time zone', async () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
        process.env['TZ'] = zone;
        expect(new Date(0).getTimezoneOffset()).not.toBe(0);
        expect(await lineOf([new Date('2026-07-01T00:00:00Z')])).toBe('2026-07-01 00:00:00\n');
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('of dates and booleans are written as was asked for', async () => {
    const date = new Date('2026-01-13T14:30:45.678Z');
    expect(await lineOf([date, date], { dates: 'iso' })).toBe(
      '2026-01-13T14:30:45.678Z,2026-01-13T14:30:45.678Z\n',
    );
    expect(await lineOf([date], { dates: (value) => String(value.getUTCFullYear()) })).toBe(
      '2026\n',
    );
    expect(await lineOf([true, false], { trueText: 't', falseText: '' })).toBe('t,""\n');
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
      code: 'CSV_VALUE',
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
