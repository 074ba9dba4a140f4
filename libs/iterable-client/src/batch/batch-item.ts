/** A record on its way: serialised once, when it was read. */
export interface BatchItem {
  readonly index: number;
  readonly record: unknown;
  /** The record as JSON. */
  readonly text: string;
  /** The bytes of `text`. */
  readonly bytes: number;
  /** Whose record it is: see `userKey`. */
  readonly user: string;
  readonly eventName: string | undefined;
  /**
   * Records of one lane overwrite each other, so they are sent one after another, in order, and
   * never in one request.
   */
  readonly lane: string | undefined;
  /** A request with this record had a reply that proved nothing. */
  mayHaveArrived: boolean;
}
