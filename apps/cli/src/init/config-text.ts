import { mappingProperties } from './choose-mapping.js';
import type { ConfigFormat } from './config-format.js';
import type { NewSync } from './new-sync.js';

/** The configuration file of a new sync. */
export function configText(sync: NewSync, format: ConfigFormat, schema: string): string {
  if (format === 'json') {
    const config = { $schema: schema, syncs: { [sync.name]: entryOf(sync) } };
    return `${JSON.stringify(config, null, 2)}\n`;
  }
  const syntax = format === 'ts' ? TYPESCRIPT : YAML;
  return syntax.file(schema, [...block(sync.name, entryOf(sync), syntax, 1)]);
}

/** The sync as the configuration file has it. */
function entryOf(sync: NewSync): Entry {
  if (sync.kind === 'builtIn') return { builtIn: 'recent_engagement', days: 7 };
  return { sql: `sql/${sync.name}.sql`, ...mappingProperties(sync.mapping) };
}

interface Entry {
  readonly [property: string]: string | number | Entry | undefined;
}

/** What a person wants to know of a property. */
const COMMENTS: Readonly<Record<string, string>> = {
  days: 'How recent the engagement must be.',
  key: 'The column that tells the rows apart. It never changes for a row.',
  email: 'The column that says whose row it is. All other columns become fields.',
  userId: 'The column that says whose row it is. All other columns become fields.',
  event: 'An event for each row, with the same fields.',
};

const NAME_COMMENT = 'The name is part of event ids and of the ledger: keep it.';

/** What YAML and TypeScript write differently. */
interface Syntax {
  readonly comment: string;
  readonly end: string;
  readonly open: string;
  readonly close: string | undefined;
  value(value: string | number): string;
  name(name: string): string;
  file(schema: string, lines: readonly string[]): string;
}

const YAML: Syntax = {
  comment: '#',
  end: '',
  open: '',
  close: undefined,
  value: (value) => (typeof value === 'string' ? yamlText(value) : String(value)),
  name: (name) => yamlText(name),
  file: (schema, lines) =>
    [`# yaml-language-server: $schema=${schema}`, 'syncs:', ...lines, ''].join('\n'),
};

const TYPESCRIPT: Syntax = {
  comment: '//',
  end: ',',
  open: ' {',
  close: '},',
  value: (value) => (typeof value === 'string' ? singleQuoted(value) : String(value)),
  name: (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : singleQuoted(name)),
  file: (_, lines) =>
    [
      "import { defineConfig } from '@org/cli';",
      '',
      'export default defineConfig({',
      '  syncs: {',
      ...lines.map((line) => `  ${line}`),
      '  },',
      '});',
      '',
    ].join('\n'),
};

function* block(name: string, entry: Entry, syntax: Syntax, depth: number): Generator<string> {
  const indent = '  '.repeat(depth);
  const comment = depth === 1 ? NAME_COMMENT : COMMENTS[name];
  if (comment !== undefined) yield `${indent}${syntax.comment} ${comment}`;
  yield `${indent}${syntax.name(name)}:${syntax.open}`;
  for (const [property, value] of Object.entries(entry)) {
    if (value === undefined) continue;
    if (typeof value === 'object') yield* block(property, value, syntax, depth + 1);
    else {
      const explained = depth === 1 ? COMMENTS[property] : undefined;
      if (explained !== undefined) yield `${indent}  ${syntax.comment} ${explained}`;
      yield `${indent}  ${property}: ${syntax.value(value)}${syntax.end}`;
    }
  }
  if (syntax.close !== undefined) yield `${indent}${syntax.close}`;
}

/** JSON's texts are YAML's, too; words that YAML takes for something else are quoted. */
function yamlText(text: string): string {
  const plain =
    /^[A-Za-z_][\w/.-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

function singleQuoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
