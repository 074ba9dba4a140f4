/** The limit would not let a request start in the time it had. */
export class RateLimitTimeout extends Error {
  /** For how many milliseconds the bucket is closed after a 429; 0 if it is not. */
  readonly closedForMs: number;

  constructor(closedForMs: number) {
    super('No request could start in time.');
    this.closedForMs = closedForMs;
  }
}
