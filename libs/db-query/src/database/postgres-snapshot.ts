import { DatabaseError } from '../errors/database-error.js';
import type { DatabaseErrorCode } from '../errors/database-error-code.js';
import type { ServerAddress } from '../errors/server-address.js';
import { checkInteger, checkKeys, checkSignal } from '../options/checks.js';
import { checkQuery } from '../query/check-query.js';
import type { Query } from '../query/query.js';
import { encodeParameter } from '../types/encode-parameter.js';
import { endOnAbort } from './end-on-abort.js';
import type { Session } from './session.js';
import type { Snapshot, StreamOptions } from './snapshot.js';
import { closePortal, type Reading, streamBatches } from './stream-batches.js';

const CALLER = 'stream';
const BATCH_SIZES = { min: 1, max: 100_000 };

/** Ends of a snapshot that say the same to each later query. */
const NOT_A_QUERYS_FAULT: ReadonlySet<DatabaseErrorCode> = new Set<DatabaseErrorCode>([
  'CLOSED',
  'CANCELLED',
  'CONNECTION_LOST',
]);

/** A snapshot on a session whose transaction has begun. */
export class PostgresSnapshot implements Snapshot {
  readonly #session: Session;
  readonly #server: ServerAddress;
  /** The name of the query being streamed. */
  #streaming: string | undefined;
  #streams = 0;
  /** The end of a stream whose loop was left early. */
  #leaving: Promise<void> | undefined;

  constructor(session: Session, server: ServerAddress) {
    this.#session = session;
    this.#server = server;
  }

  stream<Row>(query: Query<Row>, options: StreamOptions = {}): AsyncIterable<Row> {
    checkQuery(CALLER, query);
    checkKeys(CALLER, options, ['batchSize', 'signal']);
    const signal = checkSignal(CALLER, options.signal);
    const batchSize = checkInteger(CALLER, 'batchSize', options.batchSize ?? 1000, BATCH_SIZES);
    const values = query.parameters.map(encodeParameter);
    const session = this.#session;
    return {
      [Symbol.asyncIterator]: () =>
        this.#read<Row>(
          { session, query, values, batchSize, portal: `s${++this.#streams}` },
          signal,
        ),
    };
  }

  async close(): Promise<void> {
    if (this.#streaming !== undefined || this.#leaving !== undefined) {
      const during =
        this.#streaming === undefined ? '' : ` while "${this.#streaming}" was streamed`;
      const message = `The snapshot was closed${during}`;
      await this.#session.fail(this.#error('CLOSED', message));
    }
    await this.#session.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async *#read<Row>(
    reading: Reading,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Row, void, undefined> {
    this.#refuseOverlap(reading.query.name);
    this.#streaming = reading.query.name;
    const stopListening = endOnAbort(this.#session, this.#server, signal);
    let finished = false;
    try {
      await this.#leaving;
      this.#refuseEnded();
      for await (const batch of streamBatches<Row>(reading)) {
        for (const row of batch) {
          if (this.#session.failure !== undefined) throw this.#session.failure;
          yield row;
        }
      }
      finished = true;
      // All rows are there: if the connection breaks now, the next query will tell.
      await closePortal(reading).catch(() => undefined);
    } finally {
      stopListening();
      this.#streaming = undefined;
      if (!finished) this.#leave(reading);
    }
  }

  /** Leaving a loop doesn't wait for the batch that is under way; whatever comes next does. */
  #leave(reading: Reading): void {
    const leaving = closePortal(reading)
      .catch(() => undefined)
      .finally(() => {
        if (this.#leaving === leaving) this.#leaving = undefined;
      });
    this.#leaving = leaving;
  }

  #refuseOverlap(name: string): void {
    if (this.#streaming === undefined) return;
    throw this.#error(
      'SNAPSHOT_BUSY',
      `Query "${name}" can't be streamed while "${this.#streaming}" is: a snapshot streams one query at a time. Read that one to its end or leave its loop first, or open a second snapshot.`,
    );
  }

  #refuseEnded(): void {
    const { failure } = this.#session;
    if (failure === undefined) return;
    if (NOT_A_QUERYS_FAULT.has(failure.code)) throw failure;
    throw this.#error(
      'SNAPSHOT_ENDED',
      `The snapshot ended with an error before (${failure.code}). Open a new one.`,
      failure,
    );
  }

  #error(code: DatabaseErrorCode, message: string, cause?: unknown): DatabaseError {
    return new DatabaseError({ code, message, server: this.#server, cause });
  }
}
