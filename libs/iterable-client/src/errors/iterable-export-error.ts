import { IterableError } from './iterable-error.js';

/**
 * An export job whose files are not all of the data: it has not finished, it failed, or Iterable cut
 * it. Thrown after the last of the files that there are.
 */
export class IterableExportError extends IterableError {
  static {
    this.prototype.name = 'IterableExportError';
  }

  declare readonly code: 'EXPORT_INCOMPLETE';
  /** `Enqueued`, `Running`, `Completed` or `Failed`, as Iterable writes it. */
  readonly jobState: string;
  /** Iterable cut the export because it is too large. */
  readonly exportTruncated: boolean;

  constructor(operation: string, jobState: string, exportTruncated: boolean) {
    const final = exportTruncated || jobState.toLowerCase() === 'failed';
    super('EXPORT_INCOMPLETE', `${operation}: ${problemOf(jobState, exportTruncated)}`, {
      operation,
      attempts: 1,
      retryable: !final,
      effect: 'none',
    });
    this.jobState = jobState;
    this.exportTruncated = exportTruncated;
  }
}

function problemOf(jobState: string, truncated: boolean): string {
  if (truncated) return 'Iterable cut the export because it is too large. Export shorter periods.';
  if (jobState.toLowerCase() === 'failed') return 'the export job failed; its files are not all.';
  return `the export job is not done (${jobState.slice(0, 40)}); more files may follow. Ask again later.`;
}
