import type { Log } from '../log/log.js';
import type { Narrator } from '../run/narrator.js';
import type { Interrupt } from './interrupt.js';
import type { Console } from './open-console.js';

/** What surrounds a command that works for a while: screen, log, and the ways to end it. */
export interface Session extends Console {
  readonly log: Log;
  /** Tells screen and log the same story. */
  readonly narrator: Narrator;
  readonly interrupt: Interrupt;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
