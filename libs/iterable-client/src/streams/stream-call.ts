import { type BegunCall, beginCall } from '../call/begin-call.js';
import type { CallContext } from '../call/call-context.js';
import type { ExchangeInput } from '../call/exchange.js';
import { exchangeStream } from '../call/exchange-stream.js';
import type { OpenBody } from '../call/open-body.js';
import type { PreparedCall } from '../call/prepare-call.js';
import type { Operation } from '../operations/operation.js';
import type { Interpreted } from '../reply/interpret-reply.js';
import type { CallOptions } from '../types/call-options.js';
import { badStreamError } from './bad-stream-error.js';
import { brokenStreamError } from './broken-stream-error.js';
import { decoderOf } from './decoder.js';

/** What a call is made of. */
export interface StreamInput {
  readonly prepare: () => PreparedCall;
  readonly options: CallOptions | undefined;
}

/**
 * Makes a call and gives what its reply has, item by item. It is repeated until the reply begins and
 * never after that. It has succeeded when its reply has ended or its reader has left.
 */
export async function* streamCall(
  context: CallContext,
  operation: Operation,
  inputOf: () => StreamInput,
): AsyncGenerator<unknown, void, undefined> {
  const { prepare, options = {} } = inputOf();
  const begun = beginCall(context, operation, options);
  let failed = false;
  let count = 0;
  try {
    for await (const items of batches(begun, operation, prepare)) {
      for (const item of items) {
        begun.throwIfAborted();
        count += 1;
        yield item;
      }
    }
  } catch (error) {
    failed = true;
    begun.failed(error);
    throw error;
  } finally {
    if (!failed) begun.succeeded(`${count} ${operation.stream === 'bytes' ? 'pieces' : 'lines'}`);
  }
}

async function* batches(
  begun: BegunCall,
  operation: Operation,
  prepare: () => PreparedCall,
): AsyncGenerator<readonly unknown[], void, undefined> {
  const { timeoutMs } = begun.limits;
  const exchange = (input: ExchangeInput): Promise<Interpreted> => exchangeStream(input, timeoutMs);
  const body = (await begun.run(prepare(), exchange)) as OpenBody;
  const facts = { operation: operation.name, begun, body };
  const decoder = decoderOf(operation.stream ?? 'bytes');
  const chunks = body.chunks();
  try {
    for (;;) {
      const { done, value } = await chunks.next().catch((error: unknown) => {
        begun.throwIfAborted();
        throw brokenStreamError(facts, error);
      });
      const { items, bad } = done ? decoder.end() : decoder.push(value);
      if (items.length > 0) yield items;
      if (bad !== undefined) throw badStreamError(facts, bad);
      if (done) return;
    }
  } finally {
    await chunks.return();
    body.close();
  }
}
