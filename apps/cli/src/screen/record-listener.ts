import type { SyncListener } from '@org/sync';
import { Progress, type ProgressOptions } from './progress.js';
import { RecordLines, type RecordLinesOptions } from './record-lines.js';
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
  { verbose, ...options }: ProgressOptions & RecordLinesOptions & { readonly verbose: boolean },
): RecordListener {
  const many = options.total > MANY && !verbose;
  return many ? new Progress(screen, options) : new RecordLines(screen, options);
}
