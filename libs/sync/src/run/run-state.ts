import type { DeliveryMode, Notice, StopReason, SyncEvent } from '../sync-event.js';
import type { Stopped } from '../sync-summary.js';
import type { RunSyncOptions } from './run-options.js';

/** Whether a run goes on, what it has to tell, and who listens. */
export class RunState {
  readonly notices: Notice[] = [];
  /** How rows are sent, once it is chosen. */
  mode: DeliveryMode | undefined;
  readonly #abort = new AbortController();
  readonly #onEvent: RunSyncOptions<unknown>['onEvent'];
  #stopped: Stopped | undefined;
  #listenerError: { readonly error: unknown } | undefined;

  constructor(onEvent: RunSyncOptions<unknown>['onEvent']) {
    this.#onEvent = onEvent;
  }

  /** Aborted when what is in flight is to be given up. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Why nothing more is to be sent, once that is so. */
  get stopped(): Stopped | undefined {
    return this.#stopped;
  }

  /** What the listener threw, if it did. */
  get listenerError(): { readonly error: unknown } | undefined {
    return this.#listenerError;
  }

  notice(notice: Notice): void {
    this.notices.push(notice);
    this.emit({ type: 'notice', notice });
  }

  /** Listens to the caller's signals; what it gives ends that. */
  heed({ stop, signal }: Pick<RunSyncOptions<unknown>, 'stop' | 'signal'>): () => void {
    const interrupt = (): void => this.stop('interrupted', 'interrupted');
    const abort = (): void => {
      interrupt();
      this.#abort.abort(signal?.reason);
    };
    if (stop?.aborted) interrupt();
    if (signal?.aborted) abort();
    stop?.addEventListener('abort', interrupt, { once: true });
    signal?.addEventListener('abort', abort, { once: true });
    return () => {
      stop?.removeEventListener('abort', interrupt);
      signal?.removeEventListener('abort', abort);
    };
  }

  readonly sourceFailed = (error: unknown): void => {
    this.stop('source', messageOf(error), error);
  };

  readonly ledgerFailed = (error: unknown): void => {
    const detail = `the ledger failed: ${messageOf(error)}`;
    if (!this.#stopped) return this.stop('ledger', detail, error);
    if (this.#stopped.reason === 'ledger') return;
    const next = 'What was sent and is not in it will be sent again, which has no further effect.';
    this.notice({ code: 'LEDGER', message: `${detail}. ${next}` });
  };

  /** The first reason counts: what follows from it is no reason of its own. */
  readonly stop = (reason: StopReason, detail: string, error?: unknown): void => {
    if (this.#stopped) return;
    this.#stopped = { reason, detail, ...(error !== undefined && { error }) };
    this.emit({ type: 'stopping', reason, detail });
    // What is on its way in bulk would only be sent to nobody, request by request.
    if (reason === 'unreachable' && this.mode === 'bulk') this.#abort.abort(new Error(detail));
  };

  readonly emit = (event: SyncEvent): void => {
    if (this.#listenerError) return;
    try {
      this.#onEvent?.(event);
    } catch (error) {
      this.#listenerError = { error };
      this.stop('interrupted', 'the listener failed', error);
    }
  };
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
