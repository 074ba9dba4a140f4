import type { Operation } from '../operations/operation.js';
import { isRecord } from '../reply/is-record.js';
import { asEvent } from './as-event.js';
import { jsonReady } from './json-ready.js';
import { mapRecords } from './map-records.js';
import type { Refuse } from './refuse.js';
import { withOneIdentifier } from './with-one-identifier.js';

/** The text of a body, checked and completed as its operation needs it. */
export function prepareBody(operation: Operation, body: unknown, refuse: Refuse): string {
  return JSON.stringify(jsonReady(completed(operation, body, refuse), refuse));
}

function completed({ identified, events }: Operation, body: unknown, refuse: Refuse): unknown {
  if (identified === undefined && events === undefined) return body;
  if (!isRecord(body)) return refuse(['body'], 'must be an object');
  const checked = identified
    ? mapRecords(body, identified, refuse, withOneIdentifier(refuse))
    : body;
  return events ? mapRecords(checked, events, refuse, asEvent(refuse, randomId)) : checked;
}

const randomId = (): string => globalThis.crypto.randomUUID();
