import { schemaProblems, type SchemaProblem } from '@org/sync';
import { isQuerySync } from './from-query.js';
import { omit } from './omit.js';
import { builtInSyncSchema, fileSchema, optionsSchema, sqlSyncSchema } from './project-schema.js';

/** Everything that is wrong with what a configuration file says, with its place. */
export function fileProblems(value: unknown): SchemaProblem[] {
  if (value === null) return [{ path: [], message: 'the configuration is empty: it needs syncs' }];
  const problems = schemaProblems(fileSchema, value, 'the configuration');
  const { syncs } = (value ?? {}) as { syncs?: unknown };
  if (typeof syncs !== 'object' || syncs === null || Array.isArray(syncs)) return problems;
  const entries = Object.entries(syncs as Record<string, unknown>);
  if (entries.length === 0) problems.push({ path: ['syncs'], message: 'syncs has no sync' });
  for (const [name, entry] of entries) {
    const path = ['syncs', name];
    if (name.trim() === '') {
      problems.push({ path, message: `syncs has a sync whose name is blank` });
    } else if (name !== name.trim()) {
      problems.push({ path, message: `syncs has a blank at the edge of ${JSON.stringify(name)}` });
    }
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) continue;
    for (const problem of entryProblems(entry)) {
      const { message } = problem;
      const subject = message.startsWith(THIS) ? message.slice(THIS.length) : `: ${message}`;
      problems.push({ path: [...path, ...problem.path], message: `syncs.${name}${subject}` });
    }
  }
  return problems;
}

/** What an entry is called where all of it is meant. */
const THIS = 'the sync';

function entryProblems(entry: object): SchemaProblem[] {
  if (isQuerySync(entry)) {
    const { gone } = entry;
    const options = omit(entry, ['query', 'key', 'user', 'event']);
    const asCode = typeof gone === 'object' && 'event' in gone && typeof gone.event === 'function';
    const given = asCode ? omit(options, ['gone']) : options;
    return schemaProblems(optionsSchema, given, THIS);
  }
  if ('builtIn' in entry) return schemaProblems(builtInSyncSchema, entry, THIS);
  if (hasCode(entry)) {
    return [{ path: [], message: `${THIS} is written as code: wrap it in fromQuery({ … })` }];
  }
  const problems = schemaProblems(sqlSyncSchema, entry, THIS);
  const say = (message: string): void => void problems.push({ path: [], message });
  const given = (names: readonly string[]) => names.filter((name) => Object.hasOwn(entry, name));
  if (given(SOURCES).length === 0) say(`${THIS} needs sql (a file), query (SQL) or builtIn`);
  if (given(IDENTIFIERS).length === 0) say(`${THIS} needs email or userId: the column that has it`);
  for (const choice of [SOURCES, IDENTIFIERS]) {
    if (given(choice).length > 1) say(`${THIS} has ${choice.join(' and ')}: keep one of them`);
  }
  return problems;
}

const SOURCES = ['sql', 'query'];
const IDENTIFIERS = ['email', 'userId'];

/** Whether an entry has what only code can give, and was not made by `fromQuery`. */
function hasCode(entry: { query?: unknown; user?: unknown; event?: unknown }): boolean {
  const { query, user, event } = entry;
  const { sql } = (query ?? {}) as { sql?: unknown };
  return [typeof user, typeof event].includes('function') || typeof sql === 'string';
}
