import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OperationName } from '../contract/operations.js';
import type { Journal } from '../journal/journal.js';
import type { JournalEntry } from '../journal/journal-entry.js';
import type { Subject } from '../subject.js';
import type { Reply } from './reply.js';
import { send } from './send.js';

/** What an exchange begins with. */
export interface ExchangeStart {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  /** When the request arrived, in milliseconds since 1970. */
  readonly at: number;
  readonly journal: Journal;
}

/** One request and its reply: whatever happens, it ends once, and is then in the journal. */
export class Exchange {
  readonly request: IncomingMessage;
  readonly path: string;
  readonly at: number;
  operation: OperationName | null = null;
  query: JournalEntry['query'] = {};
  subject: Subject | undefined;
  text = '';
  fault = false;
  readonly #response: ServerResponse;
  readonly #journal: Journal;
  #ended = false;

  constructor({ request, response, path, at, journal }: ExchangeStart) {
    this.request = request;
    this.path = path;
    this.at = at;
    this.#response = response;
    this.#journal = journal;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Sends the reply, and closes the connection where the request was not read to its end. */
  reply(reply: Reply): void {
    const { socket, complete } = this.request;
    if (socket.destroyed) this.end(null);
    else if (this.end(reply.status)) {
      if (complete) send(this.#response, reply);
      else {
        this.#response.on('finish', () => socket.destroySoon());
        send(this.#response, { ...reply, headers: { ...reply.headers, connection: 'close' } });
      }
    }
  }

  /** Resets the connection instead of a reply. */
  reset(): void {
    this.end(null);
    this.request.socket.resetAndDestroy();
  }

  /**
   * Writes the request into the journal, before the caller can see the reply.
   *
   * @param status what is sent; `null` where nothing is.
   * @returns false where the exchange ended before.
   */
  end(status: number | null): boolean {
    if (this.#ended) return false;
    this.#ended = true;
    this.#journal.add({
      operation: this.operation,
      method: this.request.method ?? '',
      path: this.path,
      query: this.query,
      status,
      ...(this.subject && { subject: this.subject }),
      at: this.at,
      text: this.text,
      fault: this.fault,
    });
    return true;
  }
}
