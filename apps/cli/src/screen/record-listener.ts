import type { SyncListener } from '@org/sync';
import { Progress, type ProgressOptions } from './progress.js';
import { RecordLines } from './record-lines.js';
import type { Screen } from './screen.js';

/** Up to so many records are shown one by one. */
const MANY = 20;

/** Shows the records of a run, and ends when the run does. */
export interface RecordListener {
  readonly listen: SyncListener;
  end(): void;
}

/** A block of lines for each record, or how far they are where there are many. */
export function recordListener(
  screen: Screen,
  { verbose, ...options }: ProgressOptions & { readonly verbose: boolean },
): RecordListener {
  if (options.total > MANY && !verbose) return new Progress(screen, options);
  const { listen } = new RecordLines(screen, options.total);
  return { listen, end: () => undefined };
}
