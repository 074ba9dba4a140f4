/** Whether values of a type are sent, received, or both. */
export type Direction = 'request' | 'response' | 'both';

const WORDS: Readonly<Record<string, Readonly<Record<Direction, string>>>> = {
  integer: same('number'),
  int64: same('Int64'),
  json: { request: 'DataValue', response: 'JsonValue', both: 'JsonValue' },
  data: { request: 'DataFields', response: 'JsonObject', both: 'JsonObject' },
  strings: same('Readonly<Record<string, string>>'),
  date: same('Date | string'),
  time: same('Date | number'),
};

/** A type expression of the contract as TypeScript. */
export function typeText(expression: string, direction: Direction): string {
  const alternatives = expression.split(' | ');
  const texts = alternatives.map((each) => alternativeText(each, direction));
  // Iterable may add a value at any time, so what is received is open.
  const open = direction !== 'request' && alternatives.some((each) => each.startsWith("'"));
  return [...texts, ...(open ? ['(string & {})'] : [])].join(' | ');
}

function alternativeText(expression: string, direction: Direction): string {
  if (expression.endsWith('[]')) {
    const element = typeText(expression.slice(0, -2), direction);
    return `readonly ${element.includes(' ') ? `(${element})` : element}[]`;
  }
  const record = /^record<(.+)>$/.exec(expression)?.[1];
  if (record !== undefined) return `Readonly<Record<string, ${typeText(record, direction)}>>`;
  return WORDS[expression]?.[direction] ?? expression;
}

/** The names of types in a text of TypeScript. */
export const namesIn = (text: string): string[] =>
  text.replace(/'[^']*'/g, '').match(/\b[A-Z]\w*/g) ?? [];

function same(text: string): Record<Direction, string> {
  return { request: text, response: text, both: text };
}
