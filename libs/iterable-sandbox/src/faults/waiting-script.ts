import type { FaultReply } from './fault-reply.js';
import type { FaultScript } from './fault-script.js';
import { seededRandom } from './random.js';

/** A script that still has something to do. */
export class WaitingScript {
  readonly script: FaultScript;
  readonly #random: (() => number) | undefined;
  #hits = 0;

  constructor(script: FaultScript) {
    this.script = { ...script, replies: [...script.replies] };
    if (script.probability !== undefined) this.#random = seededRandom(script.seed ?? 1);
  }

  get done(): boolean {
    const { replies, times = Infinity } = this.script;
    return this.#hits >= (this.#random ? times : replies.length);
  }

  /** The fault for a request that matches, or nothing where it is spared. */
  take(): FaultReply | undefined {
    const { replies, probability = 1 } = this.script;
    if (this.#random && this.#random() >= probability) return undefined;
    const reply = replies[this.#hits % replies.length];
    this.#hits += 1;
    return reply;
  }

  /** The script as it would be added to go on from here; a random one only tells its hits to come. */
  rest(): FaultScript {
    const { replies, times } = this.script;
    if (this.#random) {
      return { ...this.script, ...(times !== undefined && { times: times - this.#hits }) };
    }
    return { ...this.script, replies: replies.slice(this.#hits) };
  }
}
