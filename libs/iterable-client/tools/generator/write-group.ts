import { comment } from './comment.ts';
import type { Contract, ContractOperation } from './contract.ts';
import { interfaceName, queryName } from './names.ts';
import { type Direction, namesIn } from './type-text.ts';
import { writeMethod } from './write-method.ts';
import { writeType } from './write-type.ts';

/** What is needed besides the contract. */
export interface GroupFacts {
  readonly directions: ReadonlyMap<string, Direction>;
  /** The file of each generated type: a group's, or that of the shared ones. */
  readonly homes: ReadonlyMap<string, string>;
}

/** The file of a group: its types, and the interface of its methods. */
export function writeGroup(contract: Contract, group: string, facts: GroupFacts): string {
  const operations = contract.operations.filter((each) => each.group === group);
  const types = writeTypes(contract, group, facts);
  const queries = operations.flatMap((operation) =>
    operation.query === undefined
      ? []
      : [writeType(queryName(operation), operation.query, 'request', queryAbout(operation))],
  );
  const { about, own } = contract.groups[group] ?? { about: '' };
  const extending = own === undefined ? '' : ` extends ${own.type}`;
  const methods = operations.map(writeMethod).join('');
  const code = [
    ...types,
    ...queries,
    `${comment([about])}export interface ${interfaceName(group)}${extending} {\n${methods}}\n`,
  ].join('\n');
  return `${imports(contract, group, code, facts)}\n${code}`;
}

/** The types that belong to a file. */
export function writeTypes(contract: Contract, home: string, facts: GroupFacts): string[] {
  return Object.entries(contract.types)
    .filter(([name]) => facts.homes.get(name) === home)
    .map(([name, type]) =>
      writeType(name, type, facts.directions.get(name) ?? 'both', typeAbout(contract, name)),
    );
}

const queryAbout = ({ method, path }: ContractOperation): string =>
  `Parameters of \`${method} ${path}\`.`;

function typeAbout({ operations, types }: Contract, name: string): string {
  const sending = operations.filter(({ body }) => body === name);
  const route = ({ method, path }: ContractOperation): string => `\`${method} ${path}\``;
  if (sending.length > 0) return `Body of ${sending.map(route).join(', ')}.`;
  const giving = operations.filter(({ returns }) => returns === name);
  if (giving.length > 0) return `Reply of ${giving.map(route).join(', ')}.`;
  const users = Object.entries(types)
    .filter(([, { fields = {} }]) =>
      Object.values(fields).some((field) =>
        namesIn(typeof field === 'string' ? field : field.type).includes(name),
      ),
    )
    .map(([user]) => `{@link ${user}}`);
  return `Part of ${users.join(', ')}.`;
}

const FIXED: Readonly<Record<string, string>> = {
  CallOptions: '../types/call-options.js',
  DataFields: '../types/data-fields.js',
  DataValue: '../types/data-fields.js',
  ExactlyOne: '../types/exactly-one.js',
  Int64: '../types/int64.js',
  IterableError: '../errors/iterable-error.js',
  JsonObject: '../types/json-value.js',
  JsonValue: '../types/json-value.js',
};

/** The imports that a text of TypeScript needs. */
export function imports(
  contract: Contract,
  file: string,
  code: string,
  { homes }: GroupFacts,
): string {
  const own = contract.groups[file]?.own;
  const modules = new Map<string, Set<string>>();
  for (const name of namesIn(code.replace(/\/\*[\s\S]*?\*\//g, ''))) {
    const home = homes.get(name);
    const handWritten = contract.handWritten[name];
    const module =
      own?.type === name
        ? `../${own.module}.js`
        : handWritten !== undefined
          ? `../types/${handWritten}.js`
          : (FIXED[name] ?? (home === undefined || home === file ? undefined : `./${home}.js`));
    if (module === undefined) continue;
    modules.set(module, (modules.get(module) ?? new Set()).add(name));
  }
  return [...modules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, names]) => `import type { ${[...names].sort().join(', ')} } from '${module}';\n`)
    .join('');
}
