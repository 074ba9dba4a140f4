import { checkChoice, checkInteger, checkKeys, checkSignal } from '../options/checks.js';

/** Whether JSON and arrays are parsed, or stay PostgreSQL's text. */
export type Nested = 'parsed' | 'text';

/** How a query is streamed. */
export interface StreamOptions {
  /**
   * Rows fetched at a time, at most; up to twice as many are in memory. 1 to 100000. It is 64 as long as
   * the rows last while the server sends the next ones, and more where they don't: rows in waiting cost
   * memory, since the garbage collector makes room for what it finds in use, but on a far server they
   * save waits for its answer.
   * @default 250
   */
  readonly batchSize?: number;
  /**
   * Bytes that a batch is to have at most, as the server sends them. It can only be asked for rows, so
   * the size of the rows before decides how many: a batch may be larger where rows suddenly are.
   * 1024 to 1073741824.
   * @default 4194304 (4 MiB)
   */
  readonly batchBytes?: number;
  /**
   * What `json`, `jsonb` and arrays are: `'parsed'` makes values of them, `'text'` leaves them as
   * PostgreSQL writes them, with every digit, repeated keys and the order of keys. `copy` writes them
   * so.
   * @default 'parsed'
   */
  readonly nested?: Nested;
  /** Cancels the query on the server and ends the snapshot. */
  readonly signal?: AbortSignal;
}

/** How a query is streamed, complete. */
export interface ResolvedStream {
  readonly batchSize: number;
  readonly batchBytes: number;
  readonly nested: Nested;
}

const CALLER = 'stream';
const BATCH_SIZES = { min: 1, max: 100_000 };
const BATCH_BYTES = { min: 1024, max: 1_073_741_824 };

/** @throws TypeError naming the option */
export function resolveStreamOptions(options: StreamOptions): {
  readonly reading: ResolvedStream;
  readonly signal: AbortSignal | undefined;
} {
  checkKeys(CALLER, options, ['batchSize', 'batchBytes', 'nested', 'signal']);
  const { batchSize = 250, batchBytes = 4_194_304, nested = 'parsed', signal } = options;
  return {
    reading: {
      batchSize: checkInteger(CALLER, 'batchSize', batchSize, BATCH_SIZES),
      batchBytes: checkInteger(CALLER, 'batchBytes', batchBytes, BATCH_BYTES),
      nested: checkChoice(CALLER, 'nested', nested, ['parsed', 'text']),
    },
    signal: checkSignal(CALLER, signal),
  };
}
