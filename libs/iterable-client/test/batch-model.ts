/** How the model treats a record: said by the record itself, in `dataFields.kind`. */
export type RecordKind =
  | 'ok'
  | 'invalidData'
  | 'forgotten'
  | 'future'
  | 'noOp'
  | 'unlisted'
  | 'conflict'
  | 'named'
  | 'typed'
  | 'refused'
  | 'notFound';

/** What happens to a request, instead of or around its usual reply. */
export type TransportFault =
  | 'lost-before'
  | 'lost-after'
  | 'reset-429'
  | 'status-408'
  | 'status-500'
  | 'status-503-after'
  | 'html'
  | 'html-after'
  | 'truncated'
  | 'undercount'
  | 'overcount'
  | 'no-counts';

interface ModelRecord {
  readonly email?: string;
  readonly userId?: string;
  readonly eventName?: string;
  readonly dataFields: {
    readonly n: number;
    readonly kind: RecordKind;
    readonly [name: string]: unknown;
  };
}

/** What the model is told. */
export interface ModelOptions {
  /** The n-th request meets the n-th fault; `undefined` is none. */
  readonly faults?: readonly (TransportFault | undefined)[];
  readonly maxBodyBytes?: number;
  /** Whether a user with several failed events is listed once, or once for each. */
  readonly lists?: 'once' | 'each';
  readonly disallowed?: readonly string[];
  /** How many turns of the event loop the n-th reply takes. */
  readonly turns?: (request: number) => number;
}

const FAILURES: Partial<Record<RecordKind, string>> = {
  invalidData: 'invalidData',
  forgotten: 'forgotten',
  future: 'somethingNew',
  notFound: 'notFound',
};

/** A bulk endpoint of Iterable in memory, as a `fetch`: what it holds can be compared with outcomes. */
export class BatchModel {
  /** The numbers of the records that were stored, in the order of storing, repeats included. */
  readonly stored: number[] = [];
  /** The numbers of the records of each request that came. */
  readonly requests: number[][] = [];
  readonly bodies: string[] = [];
  #inFlight = 0;
  mostInFlight = 0;
  readonly #options: ModelOptions;

  constructor(options: ModelOptions = {}) {
    this.#options = options;
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    const text = await request.text();
    const count = this.bodies.push(text);
    this.mostInFlight = Math.max(this.mostInFlight, (this.#inFlight += 1));
    const body = JSON.parse(text) as Record<string, ModelRecord[]>;
    const records = body['users'] ?? body['events'] ?? body['subscribers'] ?? [];
    this.requests.push(records.map(({ dataFields }) => dataFields.n));
    for (let turn = this.#options.turns?.(count) ?? 0; turn > 0; turn -= 1) {
      await new Promise(setImmediate);
    }
    this.#inFlight -= 1;
    return this.#answer(this.#options.faults?.[count - 1], text, records, 'events' in body);
  };

  #answer(
    fault: TransportFault | undefined,
    text: string,
    records: ModelRecord[],
    events: boolean,
  ): Response {
    const place = events ? 'events' : 'users';
    switch (fault) {
      case 'lost-before':
        throw lost();
      case 'lost-after':
        this.#work(text, records, place);
        throw lost();
      case 'reset-429':
        return json({ code: 'RateLimitExceeded', msg: 'Exceeded rate limit.' }, 429);
      case 'status-408':
        return json({ code: 'GenericError', msg: 'too slow' }, 408);
      case 'status-500':
        return json({ code: 'GenericError', msg: 'Please try again later' }, 500);
      case 'status-503-after':
        this.#work(text, records, place);
        return json({}, 503);
      case 'html':
        return page();
      case 'html-after':
        this.#work(text, records, place);
        return page();
      default:
        break;
    }
    const reply = this.#work(text, records, place);
    if (reply.status !== 200 || fault === undefined) return json(reply.body, reply.status);
    const body = reply.body as { successCount: number };
    switch (fault) {
      case 'truncated':
        return new Response(JSON.stringify(body).slice(0, 20));
      case 'undercount':
        return json({ ...body, successCount: Math.max(0, body.successCount - 1) });
      case 'overcount':
        return json({ ...body, successCount: body.successCount + 1 });
      case 'no-counts':
        return json({ failedUpdates: {} });
    }
  }

  #work(
    text: string,
    records: readonly ModelRecord[],
    place: string,
  ): { readonly status: number; readonly body: object } {
    const { maxBodyBytes = Infinity, lists = 'each', disallowed = [] } = this.#options;
    if (Buffer.byteLength(text) > maxBodyBytes) return { status: 413, body: {} };
    const refusal = refusalOf(records, place);
    if (refusal !== undefined) return { status: 400, body: refusal };
    const failedUpdates: Record<string, string[]> = {};
    const disallowedEventNames = new Set<string>();
    let failCount = 0;
    for (const [index, record] of records.entries()) {
      const { kind, n } = record.dataFields;
      if (record.eventName !== undefined && disallowed.includes(record.eventName)) {
        disallowedEventNames.add(record.eventName);
        failCount += 1;
        continue;
      }
      const list = FAILURES[kind] ?? (kind === 'conflict' ? 'conflict' : undefined);
      // A conflict is told with the identifier that was in the way: here the neighbour's.
      const named = kind === 'conflict' ? (records[index + 1] ?? STRANGER) : record;
      if (list !== undefined) addTo(failedUpdates, list, named, lists);
      if (kind === 'noOp') addTo(failedUpdates, 'noOp', record, lists);
      if (list !== undefined || kind === 'unlisted') failCount += 1;
      else this.stored.push(n);
    }
    const successCount = records.length - failCount;
    return {
      status: 200,
      body: {
        successCount,
        failCount,
        failedUpdates,
        disallowedEventNames: [...disallowedEventNames],
      },
    };
  }
}

const STRANGER: ModelRecord = {
  email: 'stranger@example.com',
  dataFields: { n: -1, kind: 'ok' },
};

function addTo(
  lists: Record<string, string[]>,
  beginning: string,
  { email, userId }: ModelRecord,
  how: 'once' | 'each',
): void {
  const list = (lists[`${beginning}${email === undefined ? 'UserIds' : 'Emails'}`] ??= []);
  // As Iterable does, which keeps addresses in lower case.
  const identifier = email?.toLowerCase() ?? userId ?? '';
  if (how === 'each' || !list.includes(identifier)) list.push(identifier);
}

/** The whole request is refused for one record, and nothing is written. */
function refusalOf(records: readonly ModelRecord[], place: string): object | undefined {
  const at = (kind: RecordKind): number =>
    records.findIndex(({ dataFields }) => dataFields.kind === kind);
  const named = records.flatMap(({ dataFields }, index) =>
    dataFields.kind === 'named' ? [[`obj.${place}[${index}].x`, 'Boolean value expected']] : [],
  );
  if (named.length > 0) {
    return { code: 'BadJsonBody', msg: 'Invalid JSON body', params: Object.fromEntries(named) };
  }
  const typed = records[at('typed')];
  if (typed !== undefined) {
    const error = { expectedType: 'date', offendingValue: typed.dataFields['since'] };
    const params = { validationErrors: { 'my_project:::since': error } };
    return { code: 'RequestFieldsTypesMismatched', msg: 'types', params };
  }
  if (at('refused') >= 0) return { code: 'BadParams', msg: 'something is wrong', params: null };
  return undefined;
}

const json = (body: object, status = 200): Response => Response.json(body, { status });
const page = (): Response =>
  new Response('<!doctype html><title>Bad Gateway</title>', {
    headers: { 'content-type': 'text/html' },
  });
const lost = (): Error =>
  new TypeError('fetch failed', {
    cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
  });
