import { comment } from './comment.ts';
import type { ContractType } from './contract.ts';
import { type Direction, typeText } from './type-text.ts';

/** The declaration of a type. */
export function writeType(
  name: string,
  { about, exactlyOne = [], fields = {}, oneOf }: ContractType,
  direction: Direction,
  fallback: string,
): string {
  const head = comment([about ?? fallback]);
  if (oneOf !== undefined) {
    const texts = oneOf.map((text) => `'${text}'`).join(' | ');
    return `${head}export type ${name} = ${texts};\n`;
  }
  const body = `{\n${Object.entries(fields)
    .map(([key, field]) => fieldText(key, field, direction))
    .join('')}}`;
  if (exactlyOne.length === 0) return `${head}export interface ${name} ${body}\n`;
  const parts = exactlyOne.map(exactlyOneText);
  if (Object.keys(fields).length > 0) parts.push(body);
  return `${head}export type ${name} = ${parts.join(' & ')};\n`;
}

function fieldText(
  key: string,
  field: string | { readonly type: string; readonly note: string },
  direction: Direction,
): string {
  const { type, note } = typeof field === 'string' ? { type: field, note: '' } : field;
  const name = key.replace(/\*$/, '');
  const about = note === '' ? '' : comment(note.split('\n'), '  ');
  const text = typeText(type, direction);
  if (name !== key) return `${about}  readonly ${name}: ${text};\n`;
  // What is not there is left out of requests; in replies it may also be null.
  const missing = { request: 'undefined', response: 'null', both: 'null | undefined' }[direction];
  return `${about}  readonly ${name}?: ${text} | ${missing};\n`;
}

const exactlyOneText = ([first, second]: readonly [string, string]): string =>
  first === 'email' ? 'Identified' : `ExactlyOne<'${first}', '${second}'>`;
