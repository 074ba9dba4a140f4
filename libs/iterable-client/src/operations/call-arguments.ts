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

/**
 * Sorts the arguments of a method: the values of the path in their order, then the query, then the
 * body, where the operation has them, and then the options of the call.
 *
 * @throws TypeError for a parameter that the query does not have: Iterable would pass over it.
 */
export function callArguments(operation: Operation, args: readonly unknown[]): CallArguments {
  const rest = [...args];
  const pathParams = Object.fromEntries(
    pathNames(operation).map((name) => [name, rest.shift()]),
  ) as NonNullable<CallInput['pathParams']>;
  let query: CallInput['query'];
  if (operation.query !== undefined) {
    query = rest.shift() as CallInput['query'];
    if (query !== undefined || !operation.queryOptional) {
      checkKeys(`${operation.name} query`, query, operation.query);
    }
  }
  const body = operation.body === undefined ? undefined : rest.shift();
  const options = rest.shift() as CallOptions | undefined;
  return { input: { pathParams, query, body }, options };
}

const pathNames = ({ path }: Operation): string[] =>
  [...path.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
