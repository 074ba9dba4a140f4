import type { BatchOutcome, IterableClient } from '../src/index.js';
import { BatchModel, type ModelOptions } from './batch-model.js';
import { scriptedClient } from './scripted-client.js';

/** A client of a model, without rate limits and without real waits. */
export function modelClient(
  options: ModelOptions = {},
  clientOptions: object = {},
): { readonly client: IterableClient; readonly model: BatchModel } {
  const model = new BatchModel(options);
  const { client } = scriptedClient({
    fetch: model.fetch,
    rateLimits: { documented: false },
    ...clientOptions,
  });
  return { client, model };
}

/** An outcome in a few words: `0 delivered`, `1 failed INVALID_DATA`. */
export const inShort = (outcome: BatchOutcome): string =>
  [outcome.index, outcome.status, 'code' in outcome ? outcome.code : ''].join(' ').trim();
