import { type CopyOptions, resolveCopyOptions } from '../copy/copy-options.js';
import { copyChunks, type Copying } from '../copy/csv-copy.js';
import type { ServerAddress } from '../errors/server-address.js';
import { checkInteger, checkKeys, checkSignal, checkText } from '../options/checks.js';
import { checkQuery } from '../query/check-query.js';
import type { AnyQuery, Query, SqlQuery } from '../query/query.js';
import { encodeParameter } from '../types/encode-parameter.js';
import type { SignalOption } from './database.js';
import { checkKey } from './check-key.js';
import { describeQuery } from './describe-query.js';
import type { Session } from './session.js';
import type { ColumnDescription, CsvCopy, KeyOptions, KeyReport, Snapshot } from './snapshot.js';
import { resolveStreamOptions, type StreamOptions } from './stream-options.js';
import { closePortal, type Reading, streamBatches } from './stream-batches.js';
import { Turns } from './turns.js';

const EXAMPLES = { min: 0, max: 1000 };

/** A snapshot on a session whose transaction has begun. */
export class PostgresSnapshot implements Snapshot {
  readonly #session: Session;
  readonly #turns: Turns;
  #streams = 0;

  constructor(session: Session, server: ServerAddress) {
    this.#session = session;
    this.#turns = new Turns(session, server);
  }

  stream<Row = Record<string, unknown>>(
    query: Query<Row> | SqlQuery,
    options: StreamOptions = {},
  ): AsyncIterable<Row> {
    checkQuery('stream', query);
    const { reading, signal } = resolveStreamOptions(options);
    const values = query.parameters.map(encodeParameter);
    const session = this.#session;
    return {
      [Symbol.asyncIterator]: () =>
        this.#read<Row>(
          { session, query, values, ...reading, portal: `s${++this.#streams}` },
          signal,
        ),
    };
  }

  copy(query: AnyQuery | SqlQuery, options: CopyOptions = {}): CsvCopy {
    checkQuery('copy', query);
    const { format, signal } = resolveCopyOptions(options);
    const values = query.parameters.map(encodeParameter);
    const session = this.#session;
    let counted: number | undefined;
    const onRows = (rows: number): void => void (counted = rows);
    return {
      get rows() {
        return counted;
      },
      header: format.header,
      [Symbol.asyncIterator]: () => this.#copy({ session, query, values, format, onRows }, signal),
    };
  }

  async describe(
    query: AnyQuery | SqlQuery,
    options: SignalOption = {},
  ): Promise<readonly ColumnDescription[]> {
    checkQuery('describe', query);
    checkKeys('describe', options, ['signal']);
    const signal = checkSignal('describe', options.signal);
    return this.#inTurn(query.name, signal, () => describeQuery(this.#session, query));
  }

  async checkKey(query: AnyQuery | SqlQuery, options: KeyOptions): Promise<KeyReport> {
    checkQuery('checkKey', query);
    checkKeys('checkKey', options, ['column', 'examples', 'signal']);
    const column = checkText('checkKey', 'column', options.column);
    const examples = checkInteger('checkKey', 'examples', options.examples ?? 5, EXAMPLES);
    const signal = checkSignal('checkKey', options.signal);
    const values = query.parameters.map(encodeParameter);
    return this.#inTurn(query.name, signal, () =>
      checkKey(this.#session, { query, values, column, examples }),
    );
  }

  async close(): Promise<void> {
    await this.#turns.interrupt();
    await this.#session.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async *#copy(
    copying: Copying,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const turn = await this.#turns.begin(copying.query.name, signal);
    try {
      yield* copyChunks(copying);
    } finally {
      turn.end();
    }
  }

  async #inTurn<Value>(
    name: string,
    signal: AbortSignal | undefined,
    work: () => Promise<Value>,
  ): Promise<Value> {
    const turn = await this.#turns.begin(name, signal);
    try {
      return await work();
    } finally {
      turn.end();
    }
  }

  async *#read<Row>(
    reading: Reading,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Row, void, undefined> {
    const turn = await this.#turns.begin(reading.query.name, signal);
    let finished = false;
    try {
      for await (const { rows, decode } of streamBatches<Row>(reading)) {
        for (const raw of rows) {
          if (this.#session.failure !== undefined) throw this.#session.failure;
          yield decode(raw);
        }
      }
      finished = true;
      // All rows are there: if the connection breaks now, the next query will tell.
      await closePortal(reading).catch(() => undefined);
    } finally {
      turn.end(finished ? undefined : () => closePortal(reading));
    }
  }
}
