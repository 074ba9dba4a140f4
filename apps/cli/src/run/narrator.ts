import type { Logger } from '../log/log.js';
import type { Screen } from '../screen/screen.js';
import type { Cell, Column, Table } from '../screen/table.js';

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

  /** Sets apart what follows. */
  heading(level: 'INFO' | 'WARNING', text: string): void {
    this.#screen.line(level, '');
    this.#screen.line(level, text, 'strong');
    this.#log(level, text);
  }

  /** A table on the console, a line for each of its rows in the log. */
  table(level: 'INFO' | 'WARNING', table: Table): void {
    this.#screen.table(level, table);
    for (const row of table.rows) this.#log(level, rowText(row, table.columns));
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

  #log(level: 'INFO' | 'WARNING', text: string): void {
    if (level === 'INFO') this.#logger.info(text);
    else this.#logger.warning(text);
  }
}

/** A row as a sentence: each text that is not empty, named by its column. */
function rowText(row: readonly Cell[], columns: readonly Column[]): string {
  return row
    .map((cell) => (typeof cell === 'string' ? cell : cell.text))
    .flatMap((text, index) => (text === '' ? [] : [named(text, columns[index]?.title)]))
    .join(columns.some(({ title }) => title !== undefined) ? ', ' : ': ');
}

function named(text: string, title: string | undefined): string {
  return title === undefined ? text : `${title} ${text}`;
}
