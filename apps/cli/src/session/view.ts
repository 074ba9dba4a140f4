import type { Session } from './session.js';

/** What surrounds a command that only looks: a screen, and a way to end it. */
export interface View extends Pick<Session, 'screen' | 'verbose' | 'result'> {
  /** Aborted where the command is to end. */
  readonly signal: AbortSignal;
}
