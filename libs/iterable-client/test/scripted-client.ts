import { type CallOptions, IterableClient, type IterableClientOptions } from '../src/index.js';

/** A client whose clock stands still but for its own waits, and what it did. */
export interface ScriptedClient {
  readonly client: IterableClient;
  /** The waits between attempts, in milliseconds. */
  readonly waits: readonly number[];
  /** The events, as lines of a log. */
  readonly lines: readonly string[];
  /** All events with their names. */
  readonly events: readonly { readonly name: string; readonly event: object }[];
}

export const API_KEY = '0123456789abcdef0123456789abcdef';

/** A client that waits by moving its own clock, so that no test takes time. */
export function scriptedClient(options: Partial<IterableClientOptions> = {}): ScriptedClient {
  const waits: number[] = [];
  const lines: string[] = [];
  const events: { name: string; event: object }[] = [];
  let time = Date.UTC(2026, 0, 13, 14, 31, 22);
  const note = (name: string, event: object, line: string): void => {
    events.push({ name, event });
    lines.push(line);
  };
  const client = new IterableClient({
    ...(options.auth === undefined ? { apiKey: API_KEY } : {}),
    random: () => 0,
    now: () => time,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
    hooks: {
      onAttempt: (event) =>
        note(
          'onAttempt',
          event,
          `Attempt ${event.attempt}/${event.maxAttempts} for ${event.operation}`,
        ),
      onRetry: (event) =>
        note(
          'onRetry',
          event,
          `Retryable error ${event.cause} from ${event.operation}. Retrying in ${(event.delayMs / 1000).toFixed(2)}s (attempt ${event.attempt}/${event.maxAttempts})`,
        ),
      onSuccess: (event) =>
        note('onSuccess', event, `${event.operation} call successful: ${event.summary}`),
      onFailure: (event) => note('onFailure', event, event.error.message),
    },
    ...options,
  } as IterableClientOptions);
  return { client, waits, lines, events };
}

export type { CallOptions };
