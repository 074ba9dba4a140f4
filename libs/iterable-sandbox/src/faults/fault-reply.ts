/** What happens to a request instead of, or around, its usual reply. */
export type FaultReply =
  | StatusFault
  | DelayFault
  | BodyDelayFault
  | ResetFault
  | HtmlFault
  | TruncateFault
  | WrongCountsFault
  | ClockSkewFault;

/** A status of your choice; the work is not done. */
export interface StatusFault {
  readonly status: number;
  /** A string is sent as it is, anything else as JSON. @default Iterable's envelope for the status */
  readonly body?: unknown;
  /** Such as `{ 'retry-after': '7' }`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The headers come late. Without `then` the work is done when the request arrives. */
export interface DelayFault {
  readonly delayMs: number;
  /** What comes after the delay. @default the usual reply */
  readonly then?: Exclude<FaultReply, DelayFault | BodyDelayFault | ClockSkewFault>;
}

/** The headers come at once and the body late; the work is done when the request arrives. */
export interface BodyDelayFault {
  readonly bodyDelayMs: number;
}

/** The clock of the server is wrong for this request: its `Date`, its times, its view of a token. */
export interface ClockSkewFault {
  /** Ahead; behind where negative. */
  readonly clockSkewMs: number;
}

/** The connection is reset: `before` anything is done, or `after`, so that only the reply is lost. */
export interface ResetFault {
  readonly reset: 'before' | 'after';
}

/** A web page where JSON was asked for, as a gateway sends it; the work is not done. */
export interface HtmlFault {
  readonly html: true;
  /** @default 200 */
  readonly status?: number;
}

/** The work is done, and its reply breaks off in the middle of the JSON. */
export interface TruncateFault {
  readonly truncate: true;
}

/** The work is done, and a bulk reply counts wrongly: `true` makes one success vanish. */
export interface WrongCountsFault {
  readonly wrongCounts: true | { readonly successCount?: number; readonly failCount?: number };
}
