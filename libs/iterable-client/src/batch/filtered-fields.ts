import type { BatchItem } from './batch-item.js';
import { fieldValues } from './field-values.js';

/**
 * Whose fields were dropped: a reply tells the fields of the request as a whole. A record is taken to
 * be concerned by each of them that it carries, and by those that no record is found to carry.
 */
export function filteredFields(
  items: readonly BatchItem[],
  names: readonly string[],
): ReadonlyMap<BatchItem, readonly string[]> {
  const found = new Map<BatchItem, string[]>(items.map((item) => [item, []]));
  for (const name of names) {
    const carriers = items.filter((item) => fieldValues(item, name).length > 0);
    for (const item of carriers.length > 0 ? carriers : items) found.get(item)?.push(name);
  }
  return new Map([...found].filter(([, own]) => own.length > 0));
}
