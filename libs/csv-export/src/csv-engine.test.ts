import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvEngine, type CsvRecord } from './csv-engine.js';
import { resolveFormatOptions } from './resolve-format-options.js';

const cell = fc.option(
  fc.oneof(
    fc.string({ unit: fc.constantFrom(...',;|"\'\r\n\\.a😀'), maxLength: 4 }),
    fc.constantFrom('plain', '', 'NULL', '\\.', '\ud83d'),
  ),
  { freq: 4 },
);
const table = fc.integer({ min: 1, max: 3 }).chain((width) =>
  fc.record({
    width: fc.constant(width),
    plain: fc.nat(40),
    mixed: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 20 }),
  }),
);
const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '|', 'a'),
  quote: fc.constantFrom('"', "'"),
  lineEnding: fc.constantFrom('\n' as const, '\r\n' as const),
  nullText: fc.constantFrom('', 'NULL', 'p'),
});

it('writes what csv-stringify does, however many lines it leaves to it', () => {
  fc.assert(
    fc.property(table, dialect, ({ width, plain, mixed }, options) => {
      const columns = Array.from({ length: width }, (_, index) => `c${index}`);
      const { delimiter, quote, lineEnding, nullText } = options;
      const toText = csvEngine(resolveFormatOptions('test', { columns, ...options }));
      const records: CsvRecord[] = [
        ...Array.from({ length: plain }, () => columns),
        ...mixed,
        ...Array.from({ length: plain }, () => columns),
      ];
      const expected = stringify(
        records.map((record) => [...record]),
        {
          delimiter,
          quote,
          escape: quote,
          record_delimiter: lineEnding,
          quote_record_delimiter: true,
          ...(nullText === '' && { quoted_match: /^$/ }),
          cast: {
            string: (value: string) => {
              const isQuoted = value === nullText || (width === 1 && value === '\\.');
              return isQuoted ? { value, quoted: true } : value;
            },
            null: () => nullText,
          },
        },
      );
      expect(toText(records)).toBe(expected);
    }),
    { numRuns: 500 },
  );
});
