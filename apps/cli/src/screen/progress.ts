import type { RowOutcome, SyncEvent, SyncListener } from '@org/sync';
import { recordText, waitingText } from '../run/event-text.js';
import type { LiveLine } from './live-line.js';
import { Pace } from './pace.js';
import { progressBar } from './progress-bar.js';
import { progressText, type ProgressState } from './progress-text.js';
import type { Screen } from './screen.js';

/** How often it is looked whether a limit holds calls back, and a bar is drawn. */
const TICK_MS = 100;
/** How often a line is written where there is no bar. */
const PLAIN_MS = 5000;

/** What a progress needs to know of its run. */
export interface ProgressOptions {
  readonly total: number;
  readonly now: () => number;
  /** Whether a rate limit holds calls back at this moment. */
  readonly limited: () => boolean;
}

/** Shows how far many records are: a bar on a terminal, elsewhere a line every few seconds. */
export class Progress {
  readonly #screen: Screen;
  readonly #options: ProgressOptions;
  readonly #startedAt: number;
  readonly #pace: Pace;
  readonly #timer: NodeJS.Timeout;
  readonly #live: LiveLine | undefined;
  #done = 0;
  #failed = 0;
  #retries = 0;
  #limitedMs = 0;
  #lookedAt: number;
  #toldAt: number;

  constructor(screen: Screen, options: ProgressOptions) {
    this.#screen = screen;
    this.#options = options;
    this.#startedAt = options.now();
    this.#lookedAt = this.#startedAt;
    this.#toldAt = this.#startedAt;
    this.#pace = new Pace(this.#startedAt);
    this.#live = screen.live();
    this.#timer = setInterval(() => this.#tick(), TICK_MS).unref();
    this.#draw();
  }

  readonly listen: SyncListener = (event) => {
    if (event.type === 'waiting') this.#screen.line('INFO', waitingText(event));
    if (event.type === 'retry') this.#retries += 1;
    this.#done += rowsDone(event);
    if (event.type !== 'row-finished') return;
    if (FAILURES.has(event.record.outcome)) this.#failed += 1;
    if (this.#screen.shows('DEBUG')) this.#screen.line('DEBUG', recordText(event.record));
  };

  /** Shows the last state and leaves it standing. */
  end(): void {
    clearInterval(this.#timer);
    const elapsedMs = this.#options.now() - this.#startedAt;
    const state = this.#state(elapsedMs > 0 ? (this.#done * 1000) / elapsedMs : 0);
    this.#live?.draw((columns) => progressBar(state, columns, this.#screen.style));
    this.#live?.end();
    if (!this.#live) this.#screen.line('INFO', progressText(state));
  }

  #tick(): void {
    const now = this.#options.now();
    if (this.#options.limited()) this.#limitedMs += now - this.#lookedAt;
    this.#lookedAt = now;
    if (this.#live) return this.#draw();
    if (now - this.#toldAt < PLAIN_MS) return;
    this.#toldAt = now;
    this.#screen.line('INFO', progressText(this.#lately()));
  }

  #draw(): void {
    this.#live?.draw((columns) => progressBar(this.#lately(), columns, this.#screen.style));
  }

  #lately(): ProgressState {
    return this.#state(this.#pace.rate(this.#options.now(), this.#done));
  }

  #state(rate: number): ProgressState {
    return {
      done: this.#done,
      total: this.#options.total,
      failed: this.#failed,
      retries: this.#retries,
      rate,
      limitedMs: this.#limitedMs,
    };
  }
}

const FAILURES: ReadonlySet<RowOutcome> = new Set(['failed', 'partial']);

/** Rows that an event puts behind a run. Those that it never came to are not among them. */
function rowsDone(event: SyncEvent): number {
  if (event.type === 'rows-unchanged') return event.rows;
  return event.type === 'row-finished' && event.record.outcome !== 'notAttempted' ? 1 : 0;
}
