import { call } from '../call/call.js';
import type { CallContext } from '../call/call-context.js';
import { type GroupMethod, type GroupName, groupTable } from '../generated/group-table.js';
import { operationTable } from '../generated/operation-table.js';
import { eachOfPages } from '../pages/each-of-pages.js';
import { streamed } from '../streams/streamed.js';
import { callArguments } from './call-arguments.js';
import type { Operation } from './operation.js';
import { ownMethods } from './own-methods.js';

type Method = (...args: unknown[]) => unknown;

/** Makes the groups of a client, each when it is first used. */
export function groupBinder(context: CallContext): (name: GroupName) => unknown {
  const groups = new Map<GroupName, unknown>();
  return (name) => {
    if (!groups.has(name)) groups.set(name, bindGroup(context, name));
    return groups.get(name);
  };
}

function bindGroup(context: CallContext, name: GroupName): unknown {
  const methods = Object.entries(groupTable[name]).map(([method, target]) => [
    method,
    bindMethod(context, target),
  ]);
  return { ...Object.fromEntries(methods), ...ownMethods[name]?.(context) } as unknown;
}

function bindMethod(context: CallContext, target: GroupMethod): Method {
  const operation: Operation = operationTable['calls' in target ? target.calls : target.pagesOf];
  const sort = callArguments(operation);
  if ('pagesOf' in target) return (...args) => eachOfPages(context, operation, () => sort(args));
  if (operation.stream !== undefined) {
    return (...args) => streamed(context, operation, () => sort(args));
  }
  return async (...args) => {
    const { input, options } = sort(args);
    return call(context, operation, input, options);
  };
}
