import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OperationName } from '../contract/operations.js';
import type { Journal } from '../journal/journal.js';
import type { Subject } from '../subject.js';
import type { Reply } from './reply.js';
import { send } from './send.js';

/** One request and its reply: whatever happens, it ends once, and is then in the journal. */
export class Exchange {
  readonly request: IncomingMessage;
  readonly path: string;
  readonly at: number;
  operation: OperationName | null = null;
  query: Readonly<Record<string, string>> = {};
  subject: Subject | undefined;
  text = '';
  fault = false;
  readonly #response: ServerResponse;
  readonly #journal: Journal;
  #ended = false;

  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    { path, at, journal }: { path: string; at: number; journal: Journal },
  ) {
    this.request = request;
    this.#response = response;
    this.path = path;
    this.at = at;
    this.#journal = journal;
  }

  /** The other side is gone. */
  get abandoned(): boolean {
    return this.request.socket.destroyed;
  }

  /** Sends the reply, and closes the connection where the request was not read to its end. */
  reply(reply: Reply): void {
    if (this.abandoned) {
      this.end(null);
      return;
    }
    if (!this.end(reply.status)) return;
    if (this.request.complete) send(this.#response, reply);
    else {
      send(this.#response, { ...reply, headers: { ...reply.headers, connection: 'close' } });
      this.#response.on('finish', () => this.request.socket.destroySoon());
    }
  }

  /** Resets the connection instead of a reply. */
  reset(): void {
    this.end(null);
    this.request.socket.resetAndDestroy();
  }

  /** Writes the request into the journal, before the caller can see the reply. */
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
