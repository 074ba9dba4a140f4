import { isRecord } from '../reply/is-record.js';
import type { BatchItem } from './batch-item.js';

/**
 * The values that a record has for a field, as JSON text. Iterable writes nested names with dots,
 * and a name itself may have dots; a list has the type of its elements, so those are values too.
 */
export function fieldValues({ text }: BatchItem, field: string): string[] {
  const record: unknown = JSON.parse(text);
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
      found.push(JSON.stringify(inner));
      if (Array.isArray(inner)) found.push(...inner.map((each) => JSON.stringify(each)));
    } else if (field.startsWith(`${name}.`)) {
      collect(inner, field.slice(name.length + 1), found);
    }
  }
}
