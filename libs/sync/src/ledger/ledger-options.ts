import { type LedgerPlace, parseLedgerUrl } from './ledger-url.js';

/** What {@link openLedger} takes. */
export interface LedgerOptions {
  /** `sqlite:PATH`, `sqlite::memory:` or `postgres://…` */
  readonly url: string;
  /**
   * Options of node-postgres's `Pool`, such as `ssl`, `password` or `max`. They go before what the URL
   * says. Only for PostgreSQL.
   */
  readonly connect?: Readonly<Record<string, unknown>>;
  /**
   * How long a write waits for those of other processes, in milliseconds. Only for SQLite.
   * @default 10000
   */
  readonly busyTimeoutMs?: number;
  /**
   * Make the ledger where there is none. With `false` nothing is made, neither file nor tables.
   * @default true
   */
  readonly create?: boolean;
}

export interface ResolvedLedgerOptions {
  readonly place: LedgerPlace;
  readonly connect: Readonly<Record<string, unknown>>;
  readonly busyTimeoutMs: number;
  readonly create: boolean;
}

const KNOWN = ['url', 'connect', 'busyTimeoutMs', 'create'] satisfies (keyof LedgerOptions)[];

/** @throws TypeError for an unknown option, or a value that can't be */
export function resolveLedgerOptions(options: LedgerOptions): ResolvedLedgerOptions {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`openLedger: give a URL or options; received ${typeof options}`);
  }
  const unknown = Object.keys(options).filter((name) => !(KNOWN as string[]).includes(name));
  if (unknown.length > 0) {
    throw new TypeError(
      `openLedger: unknown option ${unknown.join(', ')}; known are ${KNOWN.join(', ')}`,
    );
  }
  const place = parseLedgerUrl(options.url);
  const { connect, busyTimeoutMs = 10_000, create = true } = options;
  if (connect !== undefined && (typeof connect !== 'object' || connect === null)) {
    throw new TypeError(
      `openLedger: connect must be options of pg's Pool; received ${typeof connect}`,
    );
  }
  if (connect !== undefined && place.kind !== 'postgres') {
    throw new TypeError('openLedger: connect is for a postgres:// URL only');
  }
  if (!Number.isSafeInteger(busyTimeoutMs) || busyTimeoutMs < 0) {
    throw new TypeError(
      `openLedger: busyTimeoutMs must be a whole number from 0 on; received ${String(busyTimeoutMs)}`,
    );
  }
  if (typeof create !== 'boolean') {
    throw new TypeError(`openLedger: create must be true or false; received ${typeof create}`);
  }
  return Object.freeze({ place, connect: connect ?? {}, busyTimeoutMs, create });
}
