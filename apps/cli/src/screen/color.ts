import type { Io, Output } from '../io.js';

/** What decides whether an output gets colours. */
export interface ColorChoice {
  readonly output: Output;
  readonly env: Io['env'];
  /** `--color` or `--no-color`, where one of them was given. */
  readonly flag?: boolean | undefined;
}

/**
 * Whether an output gets colours: as the flag says, else `FORCE_COLOR`, `NO_COLOR` and `TERM` in that
 * order (an empty variable counts as none), else where it is a terminal.
 *
 * @see {@link https://no-color.org} and {@link https://force-color.org}
 */
export function hasColor({ output, env, flag }: ColorChoice): boolean {
  if (flag !== undefined) return flag;
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: term } = env;
  if (force) return force !== '0' && force !== 'false';
  if (none || term === 'dumb') return false;
  return output.isTTY === true;
}
