import { isRecord } from '../reply/is-record.js';
import { parseJson } from '../reply/parse-json.js';
import type { BatchItem } from './batch-item.js';

/** Node has it since 21; TypeScript's library does not know it yet. */
const { rawJSON } = JSON as unknown as { rawJSON(this: void, text: string): object };

/** A value of a reply or record as JSON text, to compare it. Large integers are `bigint`s in both. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'bigint' ? rawJSON(each.toString()) : each,
  );

/**
 * The values that a record has for a field, as JSON text. Iterable writes nested names with dots,
 * and a name itself may have dots; a list has the type of its elements, so those are values too.
 */
export function fieldValues({ text }: BatchItem, field: string): string[] {
  const record = parseJson(text)?.json;
  const found: string[] = [];
  if (isRecord(record)) collect(record['dataFields'], field, found);
  return found;
}

function collect(value: unknown, field: string, found: string[]): void {
  if (Array.isArray(value)) {
    for (const each of value) collect(each, field, found);
    return;
  }
  if (!isRecord(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === field) {
      found.push(jsonText(inner));
      if (Array.isArray(inner)) found.push(...inner.map(jsonText));
    } else if (field.startsWith(`${name}.`)) {
      collect(inner, field.slice(name.length + 1), found);
    }
  }
}
