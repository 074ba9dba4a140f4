import type { ServerResponse } from 'node:http';
import { clearInterval, setInterval } from 'node:timers';
import { toJson } from '../json.js';
import { pageState, type PageSource } from './page-state.js';

/** How often the state is looked at while somebody watches. */
const INTERVAL_MS = 250;

/** Tells everybody who watches the page how the state changes, as server-sent events. */
export class PageStream {
  readonly #source: PageSource;
  readonly #watchers = new Set<ServerResponse>();
  #timer: NodeJS.Timeout | undefined;
  #last = '';

  constructor(source: PageSource) {
    this.#source = source;
  }

  /** Nothing is computed while nobody watches. */
  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.#last = toJson(pageState(this.#source));
    response.write(message(this.#last));
    this.#watchers.add(response);
    response.on('close', () => this.#remove(response));
    this.#timer ??= setInterval(() => this.#tell(), INTERVAL_MS).unref();
  }

  #tell(): void {
    const state = toJson(pageState(this.#source));
    if (state === this.#last) return;
    this.#last = state;
    for (const watcher of this.#watchers) {
      // Who reads too slowly gets the next state instead of this one.
      if (!watcher.writableNeedDrain) watcher.write(message(state));
    }
  }

  #remove(response: ServerResponse): void {
    this.#watchers.delete(response);
    if (this.#watchers.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** JSON has no line breaks of its own, so a state is one line. */
function message(data: string): string {
  return `data: ${data}\n\n`;
}
