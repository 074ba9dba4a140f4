import { DatabaseError } from '../errors/database-error.js';
import type { DatabaseErrorCode } from '../errors/database-error-code.js';
import type { ServerAddress } from '../errors/server-address.js';
import { endOnAbort } from './end-on-abort.js';
import type { Session } from './session.js';

/** Ends of a snapshot that say the same to each later query. */
const NOT_A_QUERYS_FAULT: ReadonlySet<DatabaseErrorCode> = new Set<DatabaseErrorCode>([
  'CLOSED',
  'CANCELLED',
  'CONNECTION_LOST',
]);

/** A query's turn on a session. */
export interface Turn {
  /**
   * Ends it. What remains to be done on the server is not waited for here; whatever comes next
   * waits.
   */
  end(remaining?: () => Promise<void>): void;
}

/** Sees to it that a session serves one query at a time. */
export class Turns {
  readonly #session: Session;
  readonly #server: ServerAddress;
  /** The name of the query whose turn it is. */
  #current: string | undefined;
  /** What is left to be done for the one before. */
  #leaving: Promise<void> | undefined;

  constructor(session: Session, server: ServerAddress) {
    this.#session = session;
    this.#server = server;
  }

  /** @throws {@link DatabaseError} where it is another's turn, or the session has ended */
  async begin(query: string, signal: AbortSignal | undefined): Promise<Turn> {
    this.#refuseOverlap(query);
    this.#current = query;
    const stopListening = endOnAbort(this.#session, this.#server, signal);
    const turn: Turn = {
      end: (remaining) => {
        stopListening();
        this.#current = undefined;
        if (remaining !== undefined) this.#leave(remaining());
      },
    };
    try {
      await this.#leaving;
      this.#refuseEnded();
    } catch (error) {
      turn.end();
      throw error;
    }
    return turn;
  }

  /** Ends the session where a query is still at it. */
  async interrupt(): Promise<void> {
    if (this.#current === undefined && this.#leaving === undefined) return;
    const during = this.#current === undefined ? '' : ` while "${this.#current}" was streamed`;
    await this.#session.fail(this.#error('CLOSED', `The snapshot was closed${during}`));
  }

  #leave(remaining: Promise<void>): void {
    const leaving = remaining
      .catch(() => undefined)
      .finally(() => {
        if (this.#leaving === leaving) this.#leaving = undefined;
      });
    this.#leaving = leaving;
  }

  #refuseOverlap(name: string): void {
    if (this.#current === undefined) return;
    throw this.#error(
      'SNAPSHOT_BUSY',
      `Query "${name}" can't be streamed while "${this.#current}" is: a snapshot streams one query at a time. Read that one to its end or leave its loop first, or open a second snapshot.`,
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
