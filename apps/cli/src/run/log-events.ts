import type { SyncEvent, SyncListener } from '@org/sync';
import type { Log } from '../log/log.js';
import { failureText, retryText, rowName, rowReasons } from './event-text.js';

/** Writes everything that happens in a run to the log. */
export function logEvents(log: Log): SyncListener {
  const client = log.logger('iterable_client');
  const sync = log.logger('iterable_sync');
  return (event: SyncEvent) => {
    switch (event.type) {
      case 'row-started':
        return sync.debug(`Processing record ${String(event.row)}: ${rowName(event)}`);
      case 'attempt':
        return client.debug(
          `Attempt ${String(event.attempt)}/${String(event.maxAttempts)} for ${event.operation}`,
        );
      case 'retry':
        return client.warning(retryText(event));
      case 'call-delivered':
        return client.info(`${event.operation} call successful: ${event.code}`);
      case 'call-failed':
        return client.error(failureText(event));
      case 'row-finished': {
        const { row, outcome } = event.record;
        const line = [`Record ${String(row)}: ${outcome}: ${rowName(event.record)}`]
          .concat(rowReasons(event.record))
          .join('; ');
        if (outcome === 'partial' || outcome === 'failed') return sync.error(line);
        return outcome === 'notAttempted' ? sync.warning(line) : sync.debug(line);
      }
      case 'stopping':
        return sync.error(`Stopping (${event.reason}): ${event.detail}`);
      default:
        return event satisfies never;
    }
  };
}
