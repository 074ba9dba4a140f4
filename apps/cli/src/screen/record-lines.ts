import type { SyncEvent, SyncListener } from '@org/sync';
import { failureText, retryText, rowName, rowReasons, waitingText } from '../run/event-text.js';
import type { Level } from './levels.js';
import type { Screen } from './screen.js';

interface Line {
  readonly level: Level;
  readonly text: string;
}

/**
 * Shows each record as a block of lines. Records are delivered side by side; their blocks are
 * shown whole and in order: the first unfinished record live, those after it once it is done.
 */
export class RecordLines {
  readonly #screen: Screen;
  readonly #total: number;
  readonly #waiting = new Map<number, Line[]>();
  readonly #finished = new Set<number>();
  #live = 1;

  constructor(screen: Screen, total: number) {
    this.#screen = screen;
    this.#total = total;
  }

  readonly listen: SyncListener = (event) => {
    const row = event.type === 'row-finished' ? event.record.row : rowOf(event);
    const lines = linesOf(event, this.#total);
    // What is about no single record is told at once.
    if (row === undefined) return this.#show(lines);
    if (row === this.#live) this.#show(lines);
    else this.#waiting.set(row, [...(this.#waiting.get(row) ?? []), ...lines]);
    if (event.type === 'row-finished') this.#finish(row);
  };

  #finish(row: number): void {
    this.#finished.add(row);
    while (this.#finished.delete(this.#live)) {
      this.#live += 1;
      this.#show(this.#waiting.get(this.#live) ?? []);
      this.#waiting.delete(this.#live);
    }
  }

  #show(lines: readonly Line[]): void {
    for (const { level, text } of lines) this.#screen.line(level, text);
  }
}

const rowOf = (event: SyncEvent): number | undefined => ('row' in event ? event.row : undefined);

function linesOf(event: SyncEvent, total: number): Line[] {
  const info = (text: string): Line => ({ level: 'INFO', text });
  switch (event.type) {
    case 'row-started':
      return [
        info(''),
        info(`Processing record ${String(event.row)}/${String(total)}`),
        info(`Processing user: ${rowName(event)}`),
      ];
    case 'attempt':
      return [
        info(
          `Attempt ${String(event.attempt)}/${String(event.maxAttempts)} for ${event.operation}`,
        ),
      ];
    case 'retry':
      return [{ level: 'WARNING', text: retryText(event) }];
    case 'call-delivered':
      return [info(`${event.operation} call successful: ${event.code}`)];
    case 'call-failed':
      return [{ level: 'WARNING', text: failureText(event) }];
    case 'row-finished':
      return finishedLines(event.record);
    case 'rows-unchanged':
      return [info(`= Unchanged since they were delivered: ${String(event.rows)} records`)];
    case 'waiting':
      return [info(waitingText(event))];
    case 'notice':
    case 'delivery-chosen':
    case 'stopping':
      return [];
    default:
      return event satisfies never;
  }
}

function finishedLines(record: Extract<SyncEvent, { type: 'row-finished' }>['record']): Line[] {
  const name = rowName(record);
  switch (record.outcome) {
    case 'delivered':
      return [{ level: 'INFO', text: `✓ Successfully processed user: ${name}` }];
    case 'partial':
      return [{ level: 'WARNING', text: `⚠ Partially processed user: ${name}` }];
    case 'failed':
      return [
        {
          level: 'WARNING',
          text: `✗ Failed to process user: ${name} (${rowReasons(record).join('; ')})`,
        },
      ];
    case 'unchanged':
      return [{ level: 'INFO', text: `= Unchanged since it was delivered: ${name}` }];
    case 'skipped':
      return [{ level: 'INFO', text: `- Nothing to send for: ${name}` }];
    case 'notAttempted':
      return [{ level: 'INFO', text: `- Not attempted: ${name}` }];
    default:
      return record.outcome satisfies never;
  }
}
