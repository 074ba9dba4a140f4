import type { CallResult, RowRecord } from '@org/sync';
import type { Redact } from '../log/redactor.js';

/** A record for files. Sentences may quote what a server said; keys and identifiers are data and stay. */
export function redactedRecord(record: RowRecord, redact: Redact): RowRecord {
  const { user, event } = record;
  return { ...record, user: redactReason(user, redact), event: redactReason(event, redact) };
}

function redactReason(call: CallResult, redact: Redact): CallResult {
  return 'reason' in call ? { ...call, reason: redact(call.reason) } : call;
}
