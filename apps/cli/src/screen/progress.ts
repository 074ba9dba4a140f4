import type { RowOutcome, SyncListener } from '@org/sync';
import { createLogUpdate } from 'log-update';
import type { Screen } from './screen.js';

const BAR_WIDTH = 24;
const TERMINAL_MS = 100;
const PLAIN_MS = 5000;

/** Shows how far many records are: a bar on a terminal, elsewhere a line every few seconds. */
export class Progress {
  readonly #screen: Screen;
  readonly #total: number;
  readonly #now: () => number;
  readonly #startedAt: number;
  readonly #timer: NodeJS.Timeout;
  readonly #bar: ReturnType<typeof createLogUpdate> | undefined;
  #done = 0;
  #failed = 0;
  #retries = 0;

  constructor(screen: Screen, total: number, now: () => number) {
    this.#screen = screen;
    this.#total = total;
    this.#now = now;
    this.#startedAt = now();
    const { terminal } = screen;
    this.#bar = terminal && createLogUpdate(terminal as unknown as NodeJS.WritableStream);
    this.#timer = setInterval(() => this.#draw(), this.#bar ? TERMINAL_MS : PLAIN_MS).unref();
  }

  readonly listen: SyncListener = (event) => {
    if (event.type === 'retry') this.#retries += 1;
    if (event.type === 'rows-unchanged') this.#done += event.rows;
    if (event.type !== 'row-finished') return;
    this.#done += 1;
    if (FAILURES.has(event.record.outcome)) this.#failed += 1;
  };

  /** Draws the last state and leaves it standing. */
  end(): void {
    clearInterval(this.#timer);
    this.#draw();
    this.#bar?.done();
  }

  #draw(): void {
    const text = progressText({
      done: this.#done,
      total: this.#total,
      failed: this.#failed,
      retries: this.#retries,
      elapsedMs: this.#now() - this.#startedAt,
    });
    if (this.#bar) this.#bar(`${bar(this.#done / this.#total)} ${text}`);
    else this.#screen.line('INFO', text);
  }
}

const FAILURES: ReadonlySet<RowOutcome> = new Set(['failed', 'partial']);

/** How far a run is. */
export interface ProgressState {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly retries: number;
  readonly elapsedMs: number;
}

/** The state as text: share, count, rate, time left, failures and retries. */
export function progressText({ done, total, failed, retries, elapsedMs }: ProgressState): string {
  const rate = elapsedMs > 0 ? (done * 1000) / elapsedMs : 0;
  const parts = [
    `${String(Math.floor((done * 100) / total))} %`,
    `${done.toLocaleString('en-US')}/${total.toLocaleString('en-US')} records`,
    `${rate.toFixed(rate < 10 ? 1 : 0)}/s`,
  ];
  if (rate > 0 && done < total) parts.push(`${duration((total - done) / rate)} left`);
  parts.push(`${String(failed)} failed`, `${String(retries)} retries`);
  return parts.join(' · ');
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes > 0 ? `${String(minutes)} min ${String(whole % 60)} s` : `${String(whole)} s`;
}

function bar(share: number): string {
  const full = Math.round(share * BAR_WIDTH);
  return '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full);
}
