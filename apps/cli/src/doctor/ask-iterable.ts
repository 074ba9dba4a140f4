import {
  type Authenticator,
  IterableClient,
  IterableError,
  type LocationOptions,
} from '@org/iterable-client';

/** Whom to ask, and as whom. */
export interface Asking {
  readonly location: LocationOptions;
  readonly auth: Authenticator;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What came back over the network, whatever the client made of it. */
export interface SeenReply {
  readonly status: number;
  /** The server's time by its header `Date`, in milliseconds since 1970. */
  readonly serverTime?: number;
  /** The time here, halfway between question and reply. */
  readonly time: number;
  readonly tookMs: number;
}

/** A question to Iterable, and what became of it. */
export interface Asked<Value> {
  /** Where it was asked: the base URL. */
  readonly baseUrl: string;
  /** Absent where there was no reply. */
  readonly reply?: SeenReply;
  readonly value?: Value;
  /** Why there is no value. */
  readonly error?: IterableError;
}

/** Asks once, and looks at the reply itself. */
export async function askIterable<Value>(
  { location, auth, signal, now }: Asking,
  question: (client: IterableClient, signal: AbortSignal) => Promise<Value>,
): Promise<Asked<Value>> {
  let baseUrl = '';
  let reply: SeenReply | undefined;
  const client = new IterableClient({
    ...location,
    auth,
    maxAttempts: 1,
    fetch: async (request, init) => {
      baseUrl = request.url.slice(0, request.url.indexOf('/api/'));
      const sentAt = now();
      const response = await fetch(request, init);
      reply = seen(response, sentAt, now());
      return response;
    },
  });
  const told = (): Pick<Asked<Value>, 'baseUrl' | 'reply'> => ({
    baseUrl,
    ...(reply && { reply }),
  });
  try {
    const value = await question(client, signal);
    return { ...told(), value };
  } catch (error) {
    if (!(error instanceof IterableError) || signal.aborted) throw error;
    return { ...told(), error };
  }
}

function seen(response: Response, sentAt: number, receivedAt: number): SeenReply {
  const serverTime = Date.parse(response.headers.get('date') ?? '');
  return {
    status: response.status,
    ...(!Number.isNaN(serverTime) && { serverTime }),
    time: (sentAt + receivedAt) / 2,
    tookMs: receivedAt - sentAt,
  };
}
