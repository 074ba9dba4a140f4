import {
  type CallEvent,
  IterableClient,
  type IterableClientOptions,
  type RetryEvent,
} from '../src/index.js';

/** A client whose clock stands still but for its own waits, and what it did. */
export interface ScriptedClient {
  readonly client: IterableClient;
  /** The waits between attempts, in milliseconds. */
  readonly waits: readonly number[];
  /** The events, as lines of a log. */
  readonly lines: readonly string[];
  /** All events with their names. */
  readonly events: readonly { readonly name: string; readonly event: CallEvent }[];
}

export const API_KEY = '0123456789abcdef0123456789abcdef';

/** A client that waits by moving its own clock, so that no test takes time. */
export function scriptedClient(options: object = {}): ScriptedClient {
  const waits: number[] = [];
  const lines: string[] = [];
  const events: { name: string; event: CallEvent }[] = [];
  let time = Date.UTC(2026, 0, 13, 14, 0, 0);
  const noteAs =
    <Event extends CallEvent>(name: string, line: (event: Event) => string) =>
    (event: Event): void => {
      events.push({ name, event });
      lines.push(line(event));
    };
  const client = new IterableClient({
    ...('auth' in options ? {} : { apiKey: API_KEY }),
    random: () => 0,
    now: () => time,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
    hooks: {
      onAttempt: noteAs('onAttempt', attemptLine),
      onRetry: noteAs('onRetry', retryLine),
      onSuccess: noteAs('onSuccess', (e) => `${e.operation} call successful: ${e.summary}`),
      onFailure: noteAs('onFailure', (e) => e.error.message),
    },
    ...options,
  } as IterableClientOptions);
  return { client, waits, lines, events };
}

const attemptLine = ({ attempt, maxAttempts, operation }: CallEvent): string =>
  `Attempt ${attempt}/${maxAttempts} for ${operation}`;

const retryLine = ({ attempt, maxAttempts, operation, cause, delayMs }: RetryEvent): string =>
  `Retryable error ${cause} from ${operation}. ` +
  `Retrying in ${(delayMs / 1000).toFixed(2)}s (attempt ${attempt}/${maxAttempts})`;
