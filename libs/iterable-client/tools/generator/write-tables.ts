import { comment } from './comment.ts';
import type { Contract, ContractOperation } from './contract.ts';
import { interfaceName, kebab, operationName } from './names.ts';
import { isOptional } from './write-method.ts';

/** The table of operations. */
export function writeOperationTable(contract: Contract): string {
  const names = contract.operations.map((operation) => operationName(contract, operation));
  const rows = contract.operations.map(
    (operation) =>
      `${JSON.stringify(operationName(contract, operation))}: ${JSON.stringify(row(contract, operation))}`,
  );
  return [
    `import type { Operation } from '../operations/operation.js';\n`,
    `${comment(['The names of the operations.'])}export type OperationName = ${names
      .map((name) => JSON.stringify(name))
      .join(' | ')};\n`,
    `${comment([`All operations of the ${contract.api}, as data.`])}export const operationTable: Readonly<Record<OperationName, Operation>> = {${rows.join(',\n')}};\n`,
  ].join('\n');
}

function row(contract: Contract, operation: ContractOperation): object {
  const { method, path, rate, repeatable, body, bodyOptional, query, pages } = operation;
  const { identified, identifiers, subject, events, anyId, stream, reply, holds } = operation;
  const queryNames = [
    ...(query?.exactlyOne ?? []).flat(),
    ...Object.keys(query?.fields ?? {}).map((key) => key.replace(/\*$/, '')),
  ];
  return {
    name: operationName(contract, operation),
    method,
    path,
    rate: rate && { requests: rate.requests, periodSeconds: rate.periodSeconds },
    repeatable,
    query: queryNames.length > 0 ? queryNames : undefined,
    queryOptional: query !== undefined && isOptional(operation) ? true : undefined,
    body: body === undefined ? undefined : bodyOptional ? 'optional' : 'required',
    identified,
    identifiers,
    subject,
    events,
    anyId,
    reply,
    holds,
    stream,
    pages: pages && { items: pages.items, by: pages.by },
  };
}

/** The table that says which method of which group makes which call. */
export function writeGroupTable(contract: Contract): string {
  const rows = Object.keys(contract.groups).map((group) => {
    const methods = contract.operations
      .filter((each) => each.group === group)
      .flatMap((operation) => {
        const name = JSON.stringify(operationName(contract, operation));
        const own = `${operation.name}: { calls: ${name} }`;
        const { pages } = operation;
        return pages === undefined ? [own] : [own, `${pages.name}: { pagesOf: ${name} }`];
      });
    return `${group}: {${methods.join(',\n')}}`;
  });
  return [
    `import type { OperationName } from './operation-table.js';\n`,
    `${comment(['What a method does: a call, or calls for all pages.'])}export type GroupMethod =
  | { readonly calls: OperationName }
  | { readonly pagesOf: OperationName };\n`,
    `${comment(['The names of the groups.'])}export type GroupName = ${Object.keys(contract.groups)
      .map((group) => `'${group}'`)
      .join(' | ')};\n`,
    `${comment(['The methods of the client, by group.'])}export const groupTable: Readonly<Record<GroupName, Readonly<Record<string, GroupMethod>>>> = {${rows.join(',\n')}};\n`,
  ].join('\n');
}

/** The class that has a property for each group. */
export function writeOperationGroups(contract: Contract): string {
  const groups = Object.entries(contract.groups);
  const lines = groups.map(
    ([group]) => `import type { ${interfaceName(group)} } from './${kebab(group)}.js';\n`,
  );
  const getters = groups.map(
    ([group, { about }]) =>
      `${comment([about], '  ')}  get ${group}(): ${interfaceName(group)} {
    return this.#group('${group}') as ${interfaceName(group)};
  }\n`,
  );
  return `${lines.sort().join('')}import type { GroupName } from './group-table.js';

${comment(['All operations, grouped as Iterable groups them. A group is made when it is first used.'])}export abstract class OperationGroups {
  readonly #group: (name: GroupName) => unknown;

  protected constructor(group: (name: GroupName) => unknown) {
    this.#group = group;
  }

${getters.join('\n')}}\n`;
}
