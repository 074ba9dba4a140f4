import type { Console } from './open-console.js';

/** What surrounds a command that only looks: a screen, and a way to end it. */
export interface View extends Console {
  /** Aborted where the command is to end. */
  readonly signal: AbortSignal;
}
