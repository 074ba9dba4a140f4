import type { ProjectType } from '../checks/index.js';
import type { SyncDefinition } from '../define-sync.js';
import type { Selection } from '../compare/compared-row.js';
import type { Ledger } from '../ledger/ledger.js';
import type { SyncClient } from '../sync-client.js';
import type { SyncListener } from '../sync-event.js';
import type { DeliveryOption } from './choose-delivery.js';
import type { GoneOption } from './gone.js';

/** What holds a run back that looks like a mistake. */
export interface Guards {
  /** Rows that may fail; with one more the run stops. @default no limit */
  readonly maxFailures?: number;
  /**
   * How many percent of the rows that the ledger knows may have changed. More stop the run before
   * anything is sent. The rows are read twice for it. @default no limit
   */
  readonly maxChangedPercent?: number;
  /**
   * Let an empty result mean that all rows have left the query. Otherwise it stops a run whose ledger
   * knows rows. @default false
   */
  readonly allowEmpty?: boolean;
}

/** What {@link runSync} takes. */
export interface RunSyncOptions<Row> {
  readonly sync: SyncDefinition<Row>;
  /** The rows, in the order of the query. Read no faster than they are delivered. */
  readonly rows: AsyncIterable<Row>;
  readonly client: SyncClient;
  /**
   * What was delivered before, and what this run delivers. Without one every row is sent.
   */
  readonly ledger?: Ledger;
  /**
   * Which rows are sent, given a ledger: `changed`, those that are not delivered as they are; `all`;
   * `failed`, those whose last sending failed. @default 'changed'
   */
  readonly select?: Selection;
  /**
   * How rows are sent: `single`, each with calls of its own; `bulk`, many in a request; `auto`, bulk
   * from `bulkFrom` rows on. With JWT only single is possible. @default 'auto'
   */
  readonly delivery?: DeliveryOption;
  /** Rows to send from which `auto` means bulk. @default 500 */
  readonly bulkFrom?: number;
  /** Most rows in one request in bulk delivery, 1 to 1,000. @default 1000 */
  readonly batchSize?: number;
  /** Most rows to send; the others count as not attempted. @default all */
  readonly limit?: number;
  /** What is done about rows that have left the query, given a ledger. @default 'report' */
  readonly gone?: GoneOption;
  readonly guards?: Guards;
  /**
   * What the project tells its users apart by (support article 9216719179796).
   * @default unknown: what depends on it is left to Iterable
   */
  readonly projectType?: ProjectType;
  /** Profile fields of Iterable's own that may be sent all the same. @default none */
  readonly allowReserved?: readonly string[];
  /**
   * The types of Iterable's profile fields, which values are compared with before they are sent:
   * `ask` reads them with `users/getFields`; `off` compares nothing. @default 'ask'
   */
  readonly fieldTypes?: 'ask' | 'off' | ReadonlyMap<string, string>;
  /**
   * Take it for a failure of a row that Iterable dropped fields of it. Only the replies to bulk
   * requests tell, so delivery is bulk then. @default false
   */
  readonly strictFields?: boolean;
  /**
   * Rows that the query returns, where it is known beforehand. The run then refuses to end with
   * another number, and rows that it never reached count as not attempted.
   * @default the number of rows read
   */
  readonly total?: number;
  /**
   * Rows side by side in single delivery. At 100 ms a call, 100 of them make 500 rows a second, the
   * documented limit of `users/update`.
   * @default 100
   */
  readonly concurrency?: number;
  /** Failed rows kept in the summary; the events tell of all. @default 1000 */
  readonly keptFailures?: number;
  /**
   * Rows in single delivery, or requests in bulk, without an answer one after another, after which
   * the run stops. @default 10
   */
  readonly outageThreshold?: number;
  /** Ends the run in good order: no further row starts, those in flight finish. */
  readonly stop?: AbortSignal;
  /** Ends the run at once: calls in flight are aborted and recorded as such. */
  readonly signal?: AbortSignal;
  readonly onEvent?: SyncListener;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  /**
   * Waits for so many milliseconds, or until the signal; 0 lets pass what has happened meanwhile.
   * @default a timer
   */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

type Defaulted =
  | 'select'
  | 'delivery'
  | 'bulkFrom'
  | 'batchSize'
  | 'gone'
  | 'guards'
  | 'fieldTypes'
  | 'strictFields'
  | 'concurrency'
  | 'keptFailures'
  | 'outageThreshold'
  | 'now'
  | 'sleep';

/** The options with every default filled in. */
export type ResolvedRunOptions<Row> = Omit<RunSyncOptions<Row>, Defaulted> &
  Required<Pick<RunSyncOptions<Row>, Defaulted>>;
