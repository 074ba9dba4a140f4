import type { CallContext } from '../call/call-context.js';
import type { CallArguments } from '../operations/call-arguments.js';
import type { Operation } from '../operations/operation.js';
import { iterable } from '../streams/iterable.js';
import { eachFile } from './each-file.js';
import { nextQuery } from './next-query.js';
import { type Page, type PageCall, pageCaller } from './page-caller.js';

/** The items of all pages of an operation, one by one. */
export function eachOfPages(
  context: CallContext,
  operation: Operation,
  argumentsOf: () => CallArguments,
): AsyncIterable<unknown> {
  const each = operation.pages?.by === 'startAfter' ? eachFile : eachItem;
  return iterable(async function* () {
    const { input, options } = argumentsOf();
    yield* each(pageCaller(context, operation, input, options));
  });
}

async function* eachItem(caller: PageCall): AsyncGenerator<unknown, void, undefined> {
  const asked = new Set<string>();
  let query = caller.query;
  for (;;) {
    asked.add(keyOf(query));
    const page: Page = await caller.page(query);
    for (const item of page.items) {
      caller.throwIfAborted();
      yield item;
    }
    const next = nextQuery(caller.operation, page.reply, query);
    if (next === undefined) return;
    if (next === 'unreadable') throw page.refuse('a next page that cannot be made out');
    query = next;
    if (asked.has(keyOf(query))) {
      throw page.refuse('a next page that was there before');
    }
  }
}

const keyOf = (query: object): string =>
  JSON.stringify(query, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
