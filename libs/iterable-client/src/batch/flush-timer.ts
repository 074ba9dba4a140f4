/** Rings once when something has waited for long enough. */
export class FlushTimer {
  readonly #afterMs: number;
  readonly #ring: () => void;
  #timer: NodeJS.Timeout | undefined;
  #due = false;

  constructor(afterMs: number, ring: () => void) {
    this.#afterMs = afterMs;
    this.#ring = ring;
  }

  /** Whether it has rung since it was last reset. */
  get due(): boolean {
    return this.#due;
  }

  /** Starts to wait, where it does not already. */
  start(): void {
    if (this.#timer !== undefined || this.#due) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#due = true;
      this.#ring();
    }, this.#afterMs);
  }

  reset(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#due = false;
  }
}
