import type { CallContext } from '../call/call-context.js';
import { prepareCall } from '../call/prepare-call.js';
import type { CallArguments } from '../operations/call-arguments.js';
import type { Operation } from '../operations/operation.js';
import { iterable } from './iterable.js';
import { streamCall } from './stream-call.js';

/** What an operation's reply has, item by item. */
export function streamed(
  context: CallContext,
  operation: Operation,
  argumentsOf: () => CallArguments,
): AsyncIterable<unknown> {
  const { baseUrl } = context.options;
  return iterable(() =>
    streamCall(context, operation, () => {
      const { input, options } = argumentsOf();
      return { prepare: () => prepareCall(baseUrl, operation, input), options };
    }),
  );
}
