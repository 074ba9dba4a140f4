import type {
  CallFailure,
  CallResult,
  RowRecord,
  StopReason,
  SyncEvent,
  SyncSummary,
} from '@org/sync';
import { hideNotice } from './hide-notice.js';
import { ownEnd } from './own-end.js';
import { ownWords } from './own-words.js';

/** What a run tells above DEBUG. */
export interface Hide {
  /** An event as it may be told; the same where nothing of it must be hidden. */
  event(this: void, event: SyncEvent): SyncEvent;
  /** A summary as it may be told. Its records are not told, and stay. */
  summary(this: void, summary: SyncSummary): SyncSummary;
}

/** Tells a run as it is. */
export const hideNothing: Hide = { event: (event) => event, summary: (summary) => summary };

/**
 * Tells a run without personal data: a row is called by its place, and what failed is said in words of
 * this program alone. It is of one run, whose events come in their order.
 */
export function anonymizer(): Hide {
  const refusals = new Map<StopReason, CallFailure>();
  let last: { readonly event: SyncEvent; readonly told: SyncEvent } | undefined;
  const detail: TellEnd = (end) => ownEnd(end, refusals.get(end.reason));
  return {
    event: (event) => {
      if (event.type === 'call-failed') {
        const reason = couldEnd(event.failure);
        if (reason) refusals.set(reason, event.failure);
      }
      // Several listeners hear of each event, one after another.
      if (last?.event !== event) last = { event, told: hideEvent(event, detail) };
      return last.told;
    },
    summary: ({ stopped, gone, ...summary }) => ({
      ...summary,
      notices: summary.notices.map(hideNotice),
      ...(gone && { gone: { rows: gone.rows, handled: gone.handled, failed: gone.failed } }),
      ...(stopped && { stopped: { ...stopped, detail: detail(stopped) } }),
    }),
  };
}

/** The end that a failure may bring about: others come in between before the run is told to end. */
function couldEnd({ httpStatus = 0 }: CallFailure): StopReason | undefined {
  if (httpStatus === 401 || httpStatus === 403) return 'authentication';
  return httpStatus >= 400 && httpStatus < 500 ? 'refused' : undefined;
}

type TellEnd = (end: { readonly reason: StopReason; readonly detail: string }) => string;

function hideEvent(event: SyncEvent, detail: TellEnd): SyncEvent {
  switch (event.type) {
    case 'row-started':
      return { type: event.type, row: event.row };
    case 'call-failed': {
      const reason = ownWords(event.failure);
      if (reason === event.failure.reason) return event;
      return { ...event, failure: { ...event.failure, reason } };
    }
    case 'row-finished':
      return { ...event, record: hideRecord(event.record) };
    case 'notice': {
      const notice = hideNotice(event.notice);
      return notice === event.notice ? event : { ...event, notice };
    }
    case 'stopping': {
      const told = detail(event);
      return told === event.detail ? event : { ...event, detail: told };
    }
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

function hideRecord({ row, outcome, user, event }: RowRecord): RowRecord {
  return { row, outcome, user: hideCall(user), event: hideCall(event) };
}

function hideCall(call: CallResult): CallResult {
  if (call.status === 'failed') return { ...call, reason: ownWords(call) };
  // It may tell why the run stopped; that is told once.
  return call.status === 'not-sent' ? { ...call, reason: 'its turn did not come' } : call;
}
