import { createGate } from '../gate.js';
import { addUsers, createWorld } from '../world.js';
import { startInTerminal, type TerminalOptions } from './terminal.js';

/** Records of the run, and requests that reach Iterable before the gate closes. */
const RECORDS = 300;
const REQUESTS = 200;

/** Whether a line is the progress bar. */
export const isBar = (line: string): boolean => /^[█░]+ |^#+\.+ |^#+ \d/.test(line);

export interface HalfwayOptions extends Partial<TerminalOptions> {
  /** Further arguments of `run`. */
  readonly argv?: readonly string[];
}

/** A run on a terminal that stands in its middle until the gate opens. */
export async function halfway({ argv = [], env, ...options }: HalfwayOptions = {}) {
  const world = await createWorld();
  await addUsers(world, RECORDS);
  const gate = await createGate(world.sandbox.url, { after: REQUESTS });
  const terminal = startInTerminal(['run', '--delivery', 'single', ...argv], {
    env: { ...world.env, ITERABLE_BASE_URL: gate.url, ...env },
    ...options,
  });
  // With a hundred records at once, at least fifty are done by then.
  await terminal.until('a bar with records behind it', (lines) =>
    lines.some((line) => isBar(line) && /[1-9]\d %/.test(line)),
  );
  return { world, gate, terminal };
}
