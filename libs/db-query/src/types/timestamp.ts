/**
 * A `timestamptz`: a `Date` that keeps PostgreSQL's microseconds.
 *
 * It works wherever a `Date` does. `toISOString()` and `toJSON()` have six decimals where there are
 * microseconds to tell, so nothing is lost on the way through JSON; `getTime()` is in milliseconds,
 * as with every `Date`.
 */
export class Timestamp extends Date {
  /** Microseconds within the millisecond, 0 to 999. */
  readonly microseconds: number;

  /**
   * @param milliseconds since 1970-01-01 00:00 UTC, an integer
   * @param microseconds within that millisecond, 0 to 999
   * @throws TypeError where either is out of range
   */
  constructor(milliseconds: number, microseconds = 0) {
    super(milliseconds);
    if (Number.isNaN(this.getTime()) || !Number.isInteger(milliseconds)) {
      throw new TypeError(`Timestamp: ${milliseconds} is not a time that a Date can hold`);
    }
    if (!Number.isInteger(microseconds) || microseconds < 0 || microseconds > 999) {
      throw new TypeError(`Timestamp: microseconds must be 0 to 999, not ${microseconds}`);
    }
    this.microseconds = microseconds;
  }

  override toISOString(): string {
    const iso = super.toISOString();
    if (this.microseconds === 0) return iso;
    return `${iso.slice(0, -1)}${String(this.microseconds).padStart(3, '0')}Z`;
  }
}
