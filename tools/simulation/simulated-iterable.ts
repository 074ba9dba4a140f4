/** What a simulated Iterable is like. */
export interface SimulatedIterableOptions {
  /** The clock that everything waits by. */
  readonly clock: {
    now(this: void): number;
    sleep(this: void, milliseconds: number): Promise<unknown>;
  };
  /** From the start of a request to its reply, in milliseconds; it arrives halfway. */
  readonly latencyMs: number;
  /** How many requests of an operation are let through in any one second. */
  readonly limits: Readonly<Record<string, number>>;
}

/** What came to a simulated Iterable. */
export interface Arrived {
  /** Requests of each operation that were let through. */
  readonly requests: Readonly<Record<string, number>>;
  /** Profiles and events in them. */
  readonly records: number;
  /** Requests above a limit, answered with 429. */
  readonly refused: number;
}

const PERIOD_MS = 1000;
const SUCCESS = { msg: '', code: 'Success', params: null };
const TOO_MANY = { msg: 'Too many requests', code: 'RateLimitExceeded', params: null };

/**
 * An Iterable that takes all that it is sent, no faster than it documents, and keeps nothing: its
 * `fetch` answers from memory, by the clock that it is given. Limits hold for every window of a
 * second, wherever it begins, as the strictest counting would have it.
 */
export class SimulatedIterable {
  readonly #options: SimulatedIterableOptions;
  /** When the last requests of each operation were let through: as many as may be in a second. */
  readonly #letThrough = new Map<string, number[]>();
  readonly #requests: Record<string, number> = {};
  #records = 0;
  #refused = 0;

  constructor(options: SimulatedIterableOptions) {
    this.#options = options;
  }

  get arrived(): Arrived {
    return { requests: { ...this.#requests }, records: this.#records, refused: this.#refused };
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    const { clock, latencyMs } = this.#options;
    const operation = new URL(request.url).pathname.replace('/api/', '');
    const records = countRecords(await request.text());
    await clock.sleep(latencyMs / 2);
    const reply = this.#answer(operation, records);
    await clock.sleep(latencyMs / 2);
    return reply;
  };

  #answer(operation: string, records: number): Response {
    if (!this.#letsThrough(operation)) {
      this.#refused += 1;
      return Response.json(TOO_MANY, { status: 429 });
    }
    this.#requests[operation] = (this.#requests[operation] ?? 0) + 1;
    this.#records += records;
    if (operation === 'users/getFields') return Response.json({ fields: {} });
    const bulk = { successCount: records, failCount: 0 };
    return Response.json(operation.endsWith('Bulk') || operation.includes('bulk') ? bulk : SUCCESS);
  }

  #letsThrough(operation: string): boolean {
    const { clock, limits } = this.#options;
    const { [operation]: most = Infinity } = limits;
    const before = this.#letThrough.get(operation) ?? [];
    this.#letThrough.set(operation, before);
    const now = clock.now();
    // Only the one before so many others can be in the way.
    if (before.length >= most && (before[0] ?? 0) > now - PERIOD_MS) return false;
    before.push(now);
    if (before.length > most) before.shift();
    return true;
  }
}

/** Every profile and event of these tests has an email. */
const countRecords = (body: string): number => body.split('"email":').length - 1;
