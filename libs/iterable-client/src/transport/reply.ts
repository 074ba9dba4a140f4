/** A reply as `fetch` gives it, or one whose body is there already. */
export interface Reply extends Response {
  /** The whole body, where it came with the headers. There is no `body` then. */
  readonly whole?: Uint8Array;
}
