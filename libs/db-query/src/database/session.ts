import type pg from 'pg';
import { DatabaseError } from '../errors/database-error.js';
import { toDatabaseError } from '../errors/to-database-error.js';
import type { SqlOrigin } from '../sql/sql-origin.js';
import type { ResolvedOptions } from '../options/resolve-options.js';
import type { EncodedParameter } from '../types/encode-parameter.js';
import type { CancelKey } from './request-cancel.js';
import { cancelUntil } from './cancel-until.js';
import type { Flow } from '../copy/chunk-queue.js';
import { type Reply, roundTrip, type Wire } from './round-trip.js';

/** SQL for the server's parser, and the text that a person wrote, if one did. */
export interface ParsedSql {
  readonly sql: string;
  readonly origin?: SqlOrigin;
}

/**
 * A connection on loan from the pool, for a transaction. The first error ends it: everything in
 * flight is cancelled on the server, the connection is given back, and every later call fails with
 * that same error.
 */
export class Session {
  readonly #client: pg.PoolClient;
  readonly #options: ResolvedOptions;
  #inFlight: Promise<unknown> | undefined;
  #failure: DatabaseError | undefined;
  #released: Promise<void> | undefined;
  readonly #ended = Promise.withResolvers<void>();
  readonly #onError = (error: Error): void => void this.fail(error);

  constructor(client: pg.PoolClient, options: ResolvedOptions) {
    this.#client = client;
    this.#options = options;
    // A connection may break between two statements, when nobody waits for a reply.
    client.on('error', this.#onError);
  }

  /** The error that ended the session. */
  get failure(): DatabaseError | undefined {
    return this.#failure;
  }

  /** Resolves when the connection has been given back. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  /** Resolves when the server has answered what was sent, well or badly. */
  async idle(): Promise<void> {
    await this.#inFlight?.catch(() => undefined);
  }

  /** Has a statement parsed, the one that is bound next; values come with that. */
  async parse(sql: ParsedSql): Promise<void> {
    await this.exchange((wire) => {
      wire.parse({ text: sql.sql });
      wire.sync();
    }, sql);
  }

  /** Sends messages of the extended protocol; one exchange at a time. */
  async exchange(
    send: (wire: Wire) => void,
    parsing?: ParsedSql,
    onCopyData?: (bytes: Buffer) => void,
  ): Promise<Reply> {
    if (this.#failure !== undefined) throw this.#failure;
    const reply = roundTrip(this.#client, send, onCopyData);
    this.#inFlight = reply;
    try {
      return await reply;
    } catch (error) {
      this.#inFlight = undefined;
      throw await this.fail(error, parsing);
    } finally {
      this.#inFlight = undefined;
    }
  }

  /** Holds the connection back, and lets it go on, while a `COPY` is read. */
  get flow(): Flow {
    const { stream } = this.#client.connection;
    return {
      // What was cancelled must come to its end, though nobody reads it.
      pause: () => void (this.#failure === undefined && stream.pause()),
      resume: () => void stream.resume(),
    };
  }

  /** Runs `COPY … TO STDOUT`, and returns the number of its rows. */
  async copyOut(text: string, onData: (bytes: Buffer) => void): Promise<number> {
    const { tag } = await this.exchange(
      (wire) => {
        wire.parse({ text });
        wire.bind({ portal: '', values: [] });
        wire.execute({ portal: '', rows: 0 });
        wire.sync();
      },
      undefined,
      onData,
    );
    return Number(/^COPY (\d+)$/.exec(tag)?.[1]);
  }

  /** Runs a statement and returns its rows as text. */
  async run(text: string, values: readonly EncodedParameter[] = []): Promise<Reply['rows']> {
    const reply = await this.exchange((wire) => {
      wire.parse({ text });
      wire.bind({ portal: '', values });
      wire.execute({ portal: '', rows: 0 });
      wire.sync();
    });
    return reply.rows;
  }

  /** Ends the session with an error, unless one has already; resolves to the one that did. */
  async fail(error: unknown, parsing?: ParsedSql): Promise<DatabaseError> {
    this.#failure ??= toDatabaseError(error, {
      server: this.#options.server,
      doing: 'read from',
      parsing: parsing !== undefined,
      origin: parsing?.origin,
      hasStatementTimeout: (this.#options.statementTimeoutMs ?? 0) > 0,
    });
    await this.#release(true);
    return this.#failure;
  }

  /** Ends the transaction and gives the connection back. */
  async close(): Promise<void> {
    if (this.#failure !== undefined) return this.#release(true);
    try {
      await this.run('rollback');
    } catch {
      // The connection broke, and with it the transaction ended; nothing was to be written.
      return;
    }
    this.#failure = new DatabaseError({
      code: 'CLOSED',
      message: 'The snapshot is closed: open a new one',
      server: this.#options.server,
    });
    await this.#release(false);
  }

  /** A connection whose state is unknown is cut, which also ends its transaction. */
  #release(broken: boolean): Promise<void> {
    this.#released ??= (async () => {
      if (broken) await this.#cancel();
      this.#client.off('error', this.#onError);
      this.#client.release(broken);
      this.#ended.resolve();
    })();
    return this.#released;
  }

  /** Cutting the connection alone would leave the server at work until it has something to send. */
  async #cancel(): Promise<void> {
    const inFlight = this.#inFlight?.catch(() => undefined);
    if (inFlight === undefined) return;
    // A COPY that nobody reads any more may be held back: its end has to come through.
    this.flow.resume();
    await cancelUntil(inFlight, this.#options, this.#client as unknown as Partial<CancelKey>);
  }
}
