/** A reply's body that is made piece by piece while it is sent. */
export class BodyStream {
  readonly pieces: Iterable<string>;

  constructor(pieces: Iterable<string>) {
    this.pieces = pieces;
  }

  /** All of it at once. */
  toString(): string {
    return [...this.pieces].join('');
  }
}
