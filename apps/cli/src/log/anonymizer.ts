import type { CallResult, RowRecord, SyncEvent } from '@org/sync';
import { withoutAddresses } from './without-addresses.js';

/** An event as it may be told. Asked again for the same event, it gives the same. */
export type Hide = (event: SyncEvent) => SyncEvent;

/** Shorter identifiers are found in ordinary words and figures. */
const SHORTEST = 4;

/** Tells events as they are. */
export const hideNothing: Hide = (event) => event;

/**
 * Tells events without personal data: a row is called by its place, and what Iterable said of it
 * names neither its identifier nor any e-mail address.
 */
export function anonymizer(): Hide {
  const identifiers = new Map<number, string>();
  let last: { readonly event: SyncEvent; readonly hidden: SyncEvent } | undefined;
  return (event) => {
    if (last?.event === event) return last.hidden;
    if (event.type === 'row-started' && event.identifier !== undefined) {
      identifiers.set(event.row, event.identifier);
    }
    const hidden = hide(event, (text, row) => {
      const identifier = row === undefined ? undefined : identifiers.get(row);
      return withoutAddresses(withoutIdentifier(text, identifier));
    });
    if (event.type === 'row-finished') identifiers.delete(event.record.row);
    last = { event, hidden };
    return hidden;
  };
}

type HideText = (text: string, row?: number) => string;

function hide(event: SyncEvent, text: HideText): SyncEvent {
  switch (event.type) {
    case 'row-started':
      return { type: event.type, row: event.row };
    case 'call-failed': {
      const { failure, row } = event;
      return { ...event, failure: { ...failure, reason: text(failure.reason, row) } };
    }
    case 'row-finished':
      return { ...event, record: hideRecord(event.record, text) };
    case 'notice':
      return { ...event, notice: { ...event.notice, message: text(event.notice.message) } };
    case 'stopping':
      return { ...event, detail: text(event.detail) };
    case 'delivery-chosen':
    case 'rows-unchanged':
    case 'waiting':
    case 'attempt':
    case 'retry':
    case 'call-delivered':
      return event;
    default:
      return event satisfies never;
  }
}

function hideRecord(record: RowRecord, text: HideText): RowRecord {
  const { row, outcome, user, event, identifier } = record;
  const call = (result: CallResult): CallResult =>
    'reason' in result
      ? { ...result, reason: text(withoutIdentifier(result.reason, identifier), row) }
      : result;
  return { row, outcome, user: call(user), event: call(event) };
}

function withoutIdentifier(text: string, identifier: string | undefined): string {
  if (identifier === undefined || identifier.length < SHORTEST) return text;
  return text.replaceAll(identifier, '[user]');
}
