import type { Logger } from '../log/log.js';
import type { Screen } from '../screen/screen.js';

/** Tells the story of a run: the same line to the console and, at its level, to the log. */
export class Narrator {
  readonly #screen: Screen;
  readonly #logger: Logger;

  constructor(screen: Screen, logger: Logger) {
    this.#screen = screen;
    this.#logger = logger;
  }

  /** Begins a step. An empty line sets it apart on the console. */
  step(number: string, title: string): void {
    this.#screen.line('INFO', '');
    this.info(`[STEP ${number}] ${title}...`);
  }

  blank(): void {
    this.#screen.line('INFO', '');
  }

  info(text: string): void {
    this.#screen.line('INFO', text);
    this.#logger.info(text);
  }

  error(text: string): void {
    this.#screen.line('ERROR', text);
    this.#logger.error(text);
  }

  warning(text: string): void {
    this.#screen.line('WARNING', text);
    this.#logger.warning(text);
  }
}
