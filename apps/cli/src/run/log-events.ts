import type { SyncEvent, SyncListener } from '@org/sync';
import type { Fields, Log } from '../log/log.js';
import { failureText, recordText, retryText, rowName, waitingText } from './event-text.js';

/** Writes everything that happens in a run to the log. */
export function logEvents(log: Log): SyncListener {
  const client = log.logger('iterable_client');
  const sync = log.logger('iterable_sync');
  return (event: SyncEvent) => {
    switch (event.type) {
      case 'row-started':
        return sync.debug(
          `Processing record ${String(event.row)}: ${rowName(event)}`,
          about(event),
        );
      case 'attempt':
        return client.debug(
          `Attempt ${String(event.attempt)}/${String(event.maxAttempts)} for ${event.operation}`,
          about(event),
        );
      case 'retry':
        return client.warning(retryText(event), about(event));
      case 'call-delivered':
        return client.info(`${event.operation} call successful: ${event.code}`, about(event));
      case 'call-failed':
        return client.error(failureText(event), { ...about(event), failure: event.failure });
      case 'row-finished': {
        const { row, outcome } = event.record;
        const line = recordText(event.record);
        if (outcome === 'partial' || outcome === 'failed') {
          return sync.error(line, { record: row, result: event.record });
        }
        const fields = { record: row, outcome };
        return outcome === 'notAttempted' ? sync.warning(line, fields) : sync.debug(line, fields);
      }
      case 'delivery-chosen':
        return sync.info(`Delivery: ${event.mode}, ${event.why}`);
      case 'notice':
        return sync.warning(event.notice.message, { notice: event.notice.code });
      case 'rows-unchanged':
        return sync.debug(`${String(event.rows)} records are unchanged since they were delivered`);
      case 'waiting':
        return sync.info(waitingText(event));
      case 'stopping':
        return sync.error(`Stopping (${event.reason}): ${event.detail}`);
      default:
        return event satisfies never;
    }
  };
}

function about(event: { readonly row?: number; readonly operation?: string }): Fields {
  return {
    ...(event.row !== undefined && { record: event.row }),
    ...(event.operation && { operation: event.operation }),
  };
}
