/** Milliseconds that the rate looks back. */
const WINDOW_MS = 30_000;
/** Milliseconds between the moments that it remembers. */
const STEP_MS = 1000;

interface Moment {
  readonly at: number;
  readonly done: number;
}

/** How fast something goes: on average lately, since what was fast at first may be slow now. */
export class Pace {
  readonly #moments: Moment[];

  constructor(startedAt: number) {
    this.#moments = [{ at: startedAt, done: 0 }];
  }

  /** Things done a second, over the last half minute. */
  rate(now: number, done: number): number {
    const last = this.#moments.at(-1);
    if (last && now - last.at >= STEP_MS) this.#moments.push({ at: now, done });
    // The one before the window stays, so that there is always one to compare with.
    while ((this.#moments[1]?.at ?? now) < now - WINDOW_MS) this.#moments.shift();
    const [first] = this.#moments;
    return first && now > first.at ? ((done - first.done) * 1000) / (now - first.at) : 0;
  }
}
