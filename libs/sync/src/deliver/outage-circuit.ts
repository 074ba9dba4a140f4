/**
 * Opens after a number of rows, or of requests for many, one after another, to which Iterable gave no
 * proper answer: then it is out of reach, and going on would fail every row that is left.
 */
export class OutageCircuit {
  readonly threshold: number;
  #inARow = 0;
  #answered = false;

  constructor(threshold: number) {
    this.threshold = threshold;
  }

  /** Enters an answer, even if it was a refusal. */
  answered(): void {
    this.#answered = true;
    this.#inARow = 0;
  }

  /** Enters calls that met no answer, or server errors only. */
  unanswered(): void {
    this.#inARow += 1;
  }

  get open(): boolean {
    return this.#inARow >= this.threshold;
  }

  /** Rows were tried and none of them was ever answered, however few they were. */
  get neverAnswered(): boolean {
    return !this.#answered && this.#inARow > 0;
  }
}
