import type { CallInput } from '../call/call-input.js';
import { checkKeys } from '../options/check-keys.js';
import type { CallOptions } from '../types/call-options.js';
import type { Operation } from './operation.js';

const PLACEHOLDER = /\{([^{}]+)\}/g;

/** The arguments of a method as its operation takes them. */
export interface CallArguments {
  readonly input: CallInput;
  readonly options: CallOptions | undefined;
}

/** Sorts the arguments of a call. */
export type SortArguments = (args: readonly unknown[]) => CallArguments;

/**
 * Sorts the arguments of a method: the values of the path in their order, then the query, then the
 * body, where the operation has them, and then the options of the call. What it returns throws a
 * `TypeError` for a parameter that the query does not have: Iterable would pass over it.
 */
export function callArguments(operation: Operation): SortArguments {
  const { name, path, query: parameters, queryOptional, body } = operation;
  const names = [...path.matchAll(PLACEHOLDER)].map(([, placeholder = '']) => placeholder);
  return (args) => {
    const rest = [...args];
    const pathParams = Object.fromEntries(names.map((each) => [each, rest.shift()])) as NonNullable<
      CallInput['pathParams']
    >;
    let query: CallInput['query'];
    if (parameters !== undefined) {
      query = rest.shift() as CallInput['query'];
      if (query !== undefined || !queryOptional) checkKeys(`${name} query`, query, parameters);
    }
    const given = body === undefined ? undefined : rest.shift();
    const options = rest.shift() as CallOptions | undefined;
    return { input: { pathParams, query, body: given }, options };
  };
}
