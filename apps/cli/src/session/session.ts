import type { Log } from '../log/log.js';
import type { Narrator } from '../run/narrator.js';
import type { Screen } from '../screen/screen.js';
import type { Interrupt } from './interrupt.js';

/** What surrounds a command that works for a while: screen, log, and the ways to end it. */
export interface Session {
  readonly screen: Screen;
  readonly log: Log;
  /** Tells screen and log the same story. */
  readonly narrator: Narrator;
  readonly interrupt: Interrupt;
  /** Tells more of each record. */
  readonly verbose: boolean;
  /** Gives the result of the command, where JSON is asked for. Texts in it must be redacted. */
  readonly result: (value: object) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
