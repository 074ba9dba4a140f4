import type { SyncEvent, SyncListener } from '@org/sync';
import { hideNothing, type Hide } from '../log/anonymizer.js';
import {
  failureText,
  recordText,
  retryText,
  rowName,
  rowReasons,
  waitingText,
} from '../run/event-text.js';
import type { Level } from './levels.js';
import type { Screen } from './screen.js';

interface Line {
  readonly level: Level;
  readonly text: string;
}

/** Blocks kept back at most for the sake of their order. */
const MOST_WAITING = 1000;

/** What a listener of records needs to know. */
export interface RecordLinesOptions {
  readonly total: number;
  /** @default events are told as they are */
  readonly hide?: Hide;
}

/**
 * Shows each record as a block of lines. Records are delivered side by side; their blocks are
 * shown whole and in the order in which they started: the first unfinished record live, those after
 * it once it is done. One that takes very long gives way, and is taken up again later.
 */
export class RecordLines {
  readonly #screen: Screen;
  readonly #total: number;
  readonly #hide: Hide;
  /** By row, in the order of their turns; what the first of them has to say has been shown. */
  readonly #blocks = new Map<number, Block>();

  constructor(screen: Screen, { total, hide = hideNothing }: RecordLinesOptions) {
    this.#screen = screen;
    this.#total = total;
    this.#hide = hide;
  }

  readonly listen: SyncListener = (event) => {
    const lines = this.#linesOf(event);
    const row = event.type === 'row-finished' ? event.record.row : rowOf(event);
    // What is about no single record is told at once.
    if (row === undefined) return this.#show(lines);
    const block = this.#blocks.get(row) ?? this.#begin(row);
    if (this.#first() === row) this.#show(lines);
    else block.lines.push(...lines);
    if (event.type !== 'row-finished') return;
    block.finished = true;
    this.#goOn();
  };

  /** Shows what is still kept back. */
  end(): void {
    for (const { lines } of this.#blocks.values()) this.#show(lines);
    this.#blocks.clear();
  }

  #begin(row: number): Block {
    const block = { lines: [], finished: false };
    this.#blocks.set(row, block);
    if (this.#blocks.size > MOST_WAITING) this.#setAside();
    return block;
  }

  #first(): number | undefined {
    return this.#blocks.keys().next().value;
  }

  /** Lets the record whose turn it is wait for another turn. */
  #setAside(): void {
    const row = this.#first();
    if (row === undefined) return;
    this.#blocks.delete(row);
    const lines = [
      info(''),
      info(`Processing record ${String(row)}/${String(this.#total)}, goes on`),
    ];
    this.#blocks.set(row, { lines, finished: false });
    this.#takeTurn();
    this.#goOn();
  }

  /** Ends the turns of records that are done, up to the first that is not. */
  #goOn(): void {
    for (const [row, { finished }] of this.#blocks) {
      if (!finished) return;
      this.#blocks.delete(row);
      this.#takeTurn();
    }
  }

  /** Shows what the record whose turn it is has kept back. */
  #takeTurn(): void {
    const [block] = this.#blocks.values();
    if (block) this.#show(block.lines.splice(0));
  }

  #linesOf(event: SyncEvent): Line[] {
    const lines = linesOf(this.#hide.event(event), this.#total);
    if (event.type !== 'row-finished' || !this.#screen.shows('DEBUG')) return lines;
    return [...lines, { level: 'DEBUG', text: recordText(event.record) }];
  }

  #show(lines: readonly Line[]): void {
    for (const { level, text } of lines) this.#screen.line(level, text);
  }
}

interface Block {
  readonly lines: Line[];
  finished: boolean;
}

const info = (text: string): Line => ({ level: 'INFO', text });

const rowOf = (event: SyncEvent): number | undefined => ('row' in event ? event.row : undefined);

function linesOf(event: SyncEvent, total: number): Line[] {
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
