import type { KeyFault, KeyReport } from '@org/db-query';
import { counted } from '../screen/counted.js';
import { printable } from '../screen/printable.js';

/** Characters of a key that are shown. */
const SHOWN = 60;

/** Whose key it is. */
export interface KeyOfQuery {
  readonly query: string;
  readonly column: string;
}

/**
 * What is wrong with the key of a query's rows, for people; nothing where all is well. Hidden keys are
 * told by the places of their rows.
 */
export function keyProblem(
  { query, column }: KeyOfQuery,
  report: KeyReport,
  { hidden = false }: { readonly hidden?: boolean } = {},
): string | undefined {
  const { rows, nulls, duplicates, first } = report;
  const faults = [
    nulls > 0 && `${counted(nulls, 'row')} ${nulls === 1 ? 'has' : 'have'} none`,
    duplicates > 0 &&
      `${counted(duplicates, 'key')} ${duplicates === 1 ? 'is' : 'are'} there more than once`,
  ].filter((fault) => fault !== false);
  if (faults.length === 0) return undefined;
  const more = duplicates + (nulls > 0 ? 1 : 0) - first.length;
  const examples = [
    ...first.map((fault) => exampleText(fault, hidden)),
    ...(more > 0 ? [`and ${String(more)} more`] : []),
  ];
  return [
    `The key "${column}" does not tell the rows of "${query}" apart: of ${counted(rows, 'row')}, ${faults.join(', and ')}.`,
    `The first: ${examples.join(', ')}.`,
    `Nothing was sent. Make the query return each "${column}" once.`,
  ].join(' ');
}

function exampleText({ key, rows, firstRow }: KeyFault, hidden: boolean): string {
  const where = `row ${String(firstRow)}`;
  const count = rows === 1 ? where : `${counted(rows, 'row')}, the first is ${where}`;
  if (hidden && key !== null) return count;
  return `${key === null ? 'NULL' : shortened(key)} (${count})`;
}

function shortened(key: string): string {
  const characters = Array.from(key);
  const text = characters.slice(0, SHOWN).join('');
  return printable(characters.length > SHOWN ? `${text}…` : text);
}
