import { isRecord } from '../reply/is-record.js';
import type { BatchItem } from './batch-item.js';
import type { BatchKind } from './batch-kind.js';
import { fieldValues, jsonText } from './field-values.js';

/** Whom a refusal names. */
export interface Culprits {
  readonly certain: ReadonlySet<BatchItem>;
  /** Worth trying apart from the others. */
  readonly suspects: ReadonlySet<BatchItem>;
}

/**
 * Reads `params` of a refusal. `BadJsonBody` has the record's place:
 * `{ 'obj.users[1].preferUserId': 'Boolean value expected' }`. `RequestFieldsTypesMismatched` has
 * `validationErrors`: the field, prefixed with the project in newer replies, and the offending value.
 */
export function findCulprits(
  params: Readonly<Record<string, unknown>> | undefined,
  items: readonly BatchItem[],
  { place, events }: Pick<BatchKind, 'place' | 'events'>,
): Culprits {
  const certain = new Set<BatchItem>();
  const suspects = new Set<BatchItem>();
  const position = new RegExp(`^(?:obj\\.)?${place}\\[(\\d+)\\]`);
  for (const name of Object.keys(params ?? {})) {
    const item = items[Number(position.exec(name)?.[1] ?? -1)];
    if (item !== undefined) certain.add(item);
  }
  for (const [field, error] of mismatches(params)) {
    const { having, carrying } = searchField(items, field, error);
    // The same value in the same field is refused for the same reason. A profile field has one type
    // in the project; that events of several names share theirs is not documented.
    const alike = !events || new Set(carrying.map(({ eventName }) => eventName)).size === 1;
    for (const item of carrying) (alike ? certain : suspects).add(item);
    if (carrying.length === 0) for (const item of having) suspects.add(item);
  }
  return { certain, suspects };
}

function mismatches(params: Readonly<Record<string, unknown>> | undefined): [string, unknown][] {
  const errors = params?.['validationErrors'];
  return isRecord(errors)
    ? Object.entries(errors).map(([name, error]) => [name.split(':::').at(-1) ?? name, error])
    : [];
}

function searchField(
  items: readonly BatchItem[],
  field: string,
  error: unknown,
): { readonly having: BatchItem[]; readonly carrying: BatchItem[] } {
  const named = isRecord(error) && 'offendingValue' in error;
  const offending = named ? jsonText(error['offendingValue']) : undefined;
  const having: BatchItem[] = [];
  const carrying: BatchItem[] = [];
  for (const item of items) {
    const values = fieldValues(item, field);
    if (values.length > 0) having.push(item);
    if (offending !== undefined && values.includes(offending)) carrying.push(item);
  }
  return { having, carrying };
}
