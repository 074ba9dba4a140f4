import type { Operation } from '../operations/operation.js';
import { isRecord } from '../reply/is-record.js';
import { asEvent } from './as-event.js';
import { jsonReady } from './json-ready.js';
import { type BodyRecord, mapRecords } from './map-records.js';
import type { Refuse } from './refuse.js';
import { withOneIdentifier } from './with-one-identifier.js';

/** The text of a body, checked and completed as its operation needs it; `undefined` for none. */
export function prepareBody(
  operation: Operation,
  body: unknown,
  refuse: Refuse,
): string | undefined {
  const { identified, identifiers, events } = operation;
  const records = (identified !== undefined && identified !== 'query') || events !== undefined;
  if (records || identifiers !== undefined || operation.body === 'required') {
    if (!isRecord(body)) return refuse(['body'], 'must be an object');
    return text(completed(operation, body, refuse), refuse);
  }
  return body === undefined ? undefined : text(body, refuse);
}

const text = (body: unknown, refuse: Refuse): string => JSON.stringify(jsonReady(body, refuse));

function completed(operation: Operation, body: BodyRecord, refuse: Refuse): BodyRecord {
  const { identified, identifiers = [], events, anyId = false } = operation;
  for (const names of identifiers) withOneIdentifier(refuse, names)(body, ['body']);
  const checked =
    identified === undefined || identified === 'query'
      ? body
      : mapRecords(body, identified, refuse, withOneIdentifier(refuse));
  const ids = { any: anyId, make: () => globalThis.crypto.randomUUID() };
  return events ? mapRecords(checked, events, refuse, asEvent(refuse, ids)) : checked;
}
