import type { RowOutcome, SyncEvent, SyncListener } from '@org/sync';
import { hideNothing, type Hide } from '../log/anonymizer.js';
import type { Fields, Log, Logger } from '../log/log.js';
import { failureText, recordText, retryText, rowName, waitingText } from './event-text.js';

/** Writes everything that happens in a run to the log: at DEBUG as it is, above as it may be told. */
export function logEvents(log: Log, hide: Hide = hideNothing): SyncListener {
  const rooms = { client: log.logger('iterable_client'), sync: log.logger('iterable_sync') };
  return (event) => {
    const told = hide.event(event);
    logDetail(rooms, event, told !== event);
    logTold(rooms, told);
  };
}

interface Rooms {
  readonly client: Logger;
  readonly sync: Logger;
}

/** Outcomes that have a line above DEBUG. */
const TOLD: ReadonlySet<RowOutcome> = new Set(['failed', 'partial', 'notAttempted']);

function logDetail({ client, sync }: Rooms, event: SyncEvent, hidden: boolean): void {
  if (event.type === 'row-started') {
    sync.debug(`Processing record ${String(event.row)}: ${rowName(event)}`, about(event));
  } else if (event.type === 'row-finished') {
    const { row, outcome } = event.record;
    if (hidden || !TOLD.has(outcome))
      sync.debug(recordText(event.record), { record: row, outcome });
  } else if (event.type === 'rows-unchanged') {
    sync.debug(`${String(event.rows)} records are unchanged since they were delivered`);
  } else if (event.type === 'attempt') {
    const { attempt, maxAttempts, operation } = event;
    const line = `Attempt ${String(attempt)}/${String(maxAttempts)} for ${operation}`;
    client.debug(line, about(event));
  } else if (hidden && event.type === 'call-failed') {
    client.debug(failureText(event), about(event));
  } else if (hidden && event.type === 'notice') {
    sync.debug(event.notice.message);
  } else if (hidden && event.type === 'stopping') {
    sync.debug(event.detail);
  }
}

function logTold({ client, sync }: Rooms, event: SyncEvent): void {
  switch (event.type) {
    case 'retry':
      return client.warning(retryText(event), about(event));
    case 'call-delivered':
      return client.info(`${event.operation} call successful: ${event.code}`, about(event));
    case 'call-failed':
      return client.error(failureText(event), { ...about(event), failure: event.failure });
    case 'row-finished': {
      const { record } = event;
      if (!TOLD.has(record.outcome)) return;
      const { row, outcome } = record;
      return outcome === 'notAttempted'
        ? sync.warning(recordText(record), { record: row, outcome })
        : sync.error(recordText(record), { record: row, result: record });
    }
    case 'delivery-chosen':
      return sync.info(`Delivery: ${event.mode}, ${event.why}`);
    case 'notice':
      return sync.warning(event.notice.message, { notice: event.notice.code });
    case 'waiting':
      return sync.info(waitingText(event));
    case 'stopping':
      return sync.error(`Stopping (${event.reason}): ${event.detail}`);
    case 'row-started':
    case 'attempt':
    case 'rows-unchanged':
      return;
    default:
      return event satisfies never;
  }
}

function about(event: { readonly row?: number; readonly operation?: string }): Fields {
  return {
    ...(event.row !== undefined && { record: event.row }),
    ...(event.operation && { operation: event.operation }),
  };
}
