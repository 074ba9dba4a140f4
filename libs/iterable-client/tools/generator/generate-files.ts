import { type Options, format } from 'prettier';
import type { Contract } from './contract.ts';
import { directions } from './directions.ts';
import { kebab, operationName } from './names.ts';
import { namesIn } from './type-text.ts';
import { type GroupFacts, imports, writeGroup, writeTypes } from './write-group.ts';
import { writeIndex } from './write-index.ts';
import { writeGroupTable, writeOperationGroups, writeOperationTable } from './write-tables.ts';

const SHARED = 'shared-types';
const HEAD =
  '// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.\n\n';
const STYLE: Options = {
  parser: 'typescript',
  singleQuote: true,
  printWidth: 100,
  trailingComma: 'all',
};

/** The generated files: names within `src/generated`, and texts. */
export async function generateFiles(contract: Contract): Promise<ReadonlyMap<string, string>> {
  const names = contract.operations.map((operation) => operationName(contract, operation));
  if (new Set(names).size !== names.length) throw new Error('two operations have one name');
  const facts: GroupFacts = { directions: directions(contract), homes: homes(contract) };
  const shared = writeTypes(contract, SHARED, facts).join('\n');
  const types = new Map([
    [`${SHARED}.ts`, `${imports(contract, SHARED, shared, facts)}\n${shared}`],
    ...Object.keys(contract.groups).map(
      (group) => [`${kebab(group)}.ts`, writeGroup(contract, group, facts)] as const,
    ),
  ]);
  const files = new Map([
    ['index.ts', writeIndex(types)],
    ['operation-table.ts', writeOperationTable(contract)],
    ['group-table.ts', writeGroupTable(contract)],
    ['operation-groups.ts', writeOperationGroups(contract)],
    ...types,
  ]);
  const formatted = [...files].map(
    async ([name, text]) => [name, await format(HEAD + text, STYLE)] as const,
  );
  return new Map(await Promise.all(formatted));
}

/** A type lives with the one group that uses it, or else with the shared ones. */
function homes(contract: Contract): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (expression: string, group: string): void => {
    for (const name of namesIn(expression)) {
      const type = contract.types[name];
      const known = found.get(name);
      if (type === undefined || known === group || known === SHARED) continue;
      const home = known === undefined ? group : SHARED;
      found.set(name, home);
      for (const field of Object.values(type.fields ?? {})) {
        visit(typeof field === 'string' ? field : field.type, home);
      }
    }
  };
  for (const { group, body, query, returns, pages } of contract.operations) {
    visit([body, returns, pages?.yields].join(' '), group);
    for (const field of Object.values(query?.fields ?? {})) {
      visit(typeof field === 'string' ? field : field.type, group);
    }
  }
  return found;
}
