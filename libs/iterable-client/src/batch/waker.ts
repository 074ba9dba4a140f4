/** Lets one side wait until the other has done something. */
export class Waker {
  #wake: (() => void) | undefined;
  #woken: Promise<void> | undefined;

  /** Kept at the next `wake`. */
  wait(): Promise<void> {
    this.#woken ??= new Promise((resolve) => (this.#wake = resolve));
    return this.#woken;
  }

  wake(): void {
    this.#wake?.();
    this.#wake = undefined;
    this.#woken = undefined;
  }
}
