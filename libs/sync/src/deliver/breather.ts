import type { DeliveryContext } from './delivery-context.js';

/** Rows that are taken at a stretch: a few milliseconds' work. */
const AT_A_STRETCH = 100;

/**
 * Lets the process look up from its work now and then. Rows that are there already follow each other by
 * promises alone, thousands of them; a reply that comes meanwhile would stay unread, and so would delay
 * the request that waits for its slot.
 */
export class Breather {
  readonly #run: Pick<DeliveryContext, 'sleep' | 'signal'>;
  #rows = 0;

  constructor(run: Pick<DeliveryContext, 'sleep' | 'signal'>) {
    this.#run = run;
  }

  /** To be waited for after each row. */
  async breathe(): Promise<void> {
    this.#rows += 1;
    if (this.#rows < AT_A_STRETCH) return;
    this.#rows = 0;
    const { sleep, signal } = this.#run;
    await sleep(0, signal).catch(() => undefined);
  }
}
