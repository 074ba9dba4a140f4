import { IterableExportError } from '../errors/iterable-export-error.js';
import { isRecord } from '../reply/is-record.js';
import type { Page, PageCall } from './page-caller.js';

/** The addresses of files are good for 30 minutes; a download needs some of them. */
const FRESH_MS = 25 * 60 * 1000;

/**
 * The files of an export job. Pages go on after the name of the last file. Where the reader takes so
 * long that the addresses of a page get old, the rest of the page is asked for again.
 */
export async function* eachFile(caller: PageCall): AsyncGenerator<unknown, void, undefined> {
  let query = caller.query;
  for (;;) {
    const page = await caller.page(query);
    const askedAt = caller.now();
    let last: string | undefined;
    for (const item of page.items) {
      if (caller.now() - askedAt > FRESH_MS) break;
      caller.throwIfAborted();
      last = nameOf(page, item);
      yield item;
    }
    if (last === undefined) return finish(caller, page);
    if (last === query['startAfter']) throw page.refuse('a next page that was there before');
    query = { ...query, startAfter: last };
  }
}

function nameOf(page: Page, item: unknown): string {
  if (isRecord(item) && typeof item['file'] === 'string') return item['file'];
  throw page.refuse('a file without a name');
}

/** Files that are not there yet, or will never be, must not look like the end. */
function finish({ operation }: PageCall, { reply }: Page): void {
  const jobState = String(reply['jobState']);
  const truncated = reply['exportTruncated'] === true;
  if (jobState.toLowerCase() === 'completed' && !truncated) return;
  throw new IterableExportError(operation.name, jobState, truncated);
}
