import { schemaProblems, type SchemaProblem } from '@org/sync';
import { isQuerySync } from './from-query.js';
import { omit } from './omit.js';
import { builtInSyncSchema, fileSchema, optionsSchema, sqlSyncSchema } from './project-schema.js';

/** Everything that is wrong with what a configuration file says, with its place. */
export function fileProblems(value: unknown): SchemaProblem[] {
  const problems = schemaProblems(fileSchema, value, 'the configuration');
  const { syncs } = (value ?? {}) as { syncs?: unknown };
  if (typeof syncs !== 'object' || syncs === null || Array.isArray(syncs)) return problems;
  const entries = Object.entries(syncs as Record<string, unknown>);
  if (entries.length === 0) problems.push({ path: ['syncs'], message: 'syncs has no sync' });
  for (const [name, entry] of entries) {
    const path = ['syncs', name];
    if (!/^\S(.*\S)?$/.test(name)) {
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
  const problems = schemaProblems(sqlSyncSchema, entry, THIS);
  const identifiers = ['email', 'userId'].filter((name) => Object.hasOwn(entry, name));
  if (identifiers.length !== 1) {
    problems.push({ path: [], message: `${THIS} needs one of email and userId, and not both` });
  }
  return problems;
}
