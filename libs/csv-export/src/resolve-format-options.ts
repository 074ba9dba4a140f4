import { checkCharacter, checkChoice, checkKind, typeName } from './check-options.js';
import type { CsvFormatOptions } from './csv-options.js';
import { formatDate } from './format-date.js';
import { resolveColumns, type ResolvedColumn } from './resolve-columns.js';

/** The names of the options about text. */
export const FORMAT_OPTION_NAMES: readonly string[] = Object.keys({
  columns: true,
  header: true,
  delimiter: true,
  quote: true,
  lineEnding: true,
  bom: true,
  nullText: true,
  trueText: true,
  falseText: true,
  dates: true,
  formulaGuard: true,
  missingColumns: true,
  unknownColumns: true,
  signal: true,
} satisfies Record<keyof CsvFormatOptions, true>);

/** Every option about text, checked. */
export interface ResolvedFormat {
  readonly columns: readonly ResolvedColumn[];
  readonly header: boolean;
  readonly delimiter: string;
  readonly quote: string;
  readonly lineEnding: '\n' | '\r\n';
  readonly bom: boolean;
  readonly nullText: string;
  readonly trueText: string;
  readonly falseText: string;
  readonly dateText: (date: Date) => string;
  readonly formulaGuard: boolean;
  readonly missingColumns: 'refuse' | 'null';
  readonly unknownColumns: 'refuse' | 'ignore';
}

/**
 * @param caller - Whose options they are, for messages.
 * @throws TypeError naming the first option that cannot be used.
 */
export function resolveFormatOptions<Row extends object>(
  caller: string,
  options: CsvFormatOptions<Row>,
): ResolvedFormat {
  const {
    header = true,
    delimiter = ',',
    quote = '"',
    lineEnding = '\n',
    bom = false,
    nullText = '',
    trueText = 'true',
    falseText = 'false',
    dates = 'datetime',
    formulaGuard = false,
    missingColumns = 'refuse',
    unknownColumns = 'refuse',
    signal,
  } = options;
  const columns = resolveColumns(caller, options.columns);
  for (const [name, value] of Object.entries({ header, bom, formulaGuard })) {
    checkKind(`${caller}: ${name}`, value, 'boolean');
  }
  for (const [name, value] of Object.entries({ nullText, trueText, falseText })) {
    checkKind(`${caller}: ${name}`, value, 'string');
  }
  checkCharacter(`${caller}: delimiter`, delimiter);
  checkCharacter(`${caller}: quote`, quote);
  if (delimiter === quote) {
    throw new TypeError(`${caller}: delimiter and quote must differ; both are ${quote}`);
  }
  if ([delimiter, quote, '\n', '\r'].some((character) => nullText.includes(character))) {
    throw new TypeError(
      `${caller}: nullText must not have the delimiter, the quote or a line break in it, as it is never quoted.`,
    );
  }
  checkChoice(`${caller}: lineEnding`, lineEnding, ['\n', '\r\n']);
  checkChoice(`${caller}: missingColumns`, missingColumns, ['refuse', 'null']);
  checkChoice(`${caller}: unknownColumns`, unknownColumns, ['refuse', 'ignore']);
  if (typeof dates !== 'function') checkChoice(`${caller}: dates`, dates, ['datetime', 'iso']);
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new TypeError(`${caller}: signal must be an AbortSignal; received ${typeName(signal)}.`);
  }
  return Object.freeze({
    columns,
    header,
    delimiter,
    quote,
    lineEnding,
    bom,
    nullText,
    trueText,
    falseText,
    dateText: typeof dates === 'function' ? dates : formatDate[dates],
    formulaGuard,
    missingColumns,
    unknownColumns,
  });
}
