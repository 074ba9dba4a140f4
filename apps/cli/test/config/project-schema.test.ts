import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileProblems } from '../../src/project/project-problems.js';
import { projectSchema } from '../../src/project/project-schema.js';

const sync = { sql: 'plans.sql', key: 'id', email: 'email' };

const published = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../schemas/project.schema.json'), 'utf8'),
) as object;

it('the schema that is published is the one of the code', () => {
  expect(published).toEqual(projectSchema);
});

// A choice between properties names them without describing them again.
const valid = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(
  published,
);

/** What both an editor with the published schema and the program say of a file. */
function judge(value: unknown) {
  return { editor: valid(value), program: fileProblems(value).length === 0 };
}

describe('an editor takes what the program takes', () => {
  it.each<[string, object]>([
    ['a file with SQL', sync],
    ['the SQL itself', { query: 'select 1', key: 'id', userId: 'id' }],
    ['the built-in sync', { builtIn: 'recent_engagement' }],
    ['its days', { builtIn: 'recent_engagement', days: 30, delivery: 'bulk', title: 'All' }],
    ['parameters', { ...sync, parameters: { since: '2026-01-01', n: 1, all: true, x: null } }],
    ['a mapping', { ...sync, profile: { fields: { plan: 'p' } }, case: 'camel', nulls: 'omit' }],
    ['no profile', { ...sync, profile: false, event: { name: { column: 'kind' } } }],
    ['an event', { ...sync, event: { name: 'seen', createdAt: 'at', campaignId: 7 } }],
    ['guards', { ...sync, guards: { maxFailures: 0, maxChangedPercent: 100, allowEmpty: true } }],
    ['rows that left, told', { ...sync, gone: 'report' }],
    ['rows that left, not told', { ...sync, gone: 'ignore' }],
    ['rows that left, as an event', { ...sync, gone: { event: 'left' } }],
    ['rows that left, unsubscribed', { ...sync, gone: { unsubscribe: 7 } }],
    ['what the project is', { ...sync, projectType: 'hybrid', createNewFields: false }],
    ['fields of Iterable', { ...sync, allowReserved: ['signupDate'], strictFields: true }],
  ])('%s', (_name, entry) => {
    const value = { $schema: './project.schema.json', syncs: { plans: entry } };
    expect(judge(value)).toEqual({ editor: true, program: true });
  });
});

describe('an editor refuses what the program refuses', () => {
  it.each<[string, unknown]>([
    ['no object', []],
    ['nothing', {}],
    ['no sync', { syncs: {} }],
    ['another property', { syncs: { plans: sync }, sync: {} }],
    ['a list of syncs', { syncs: [sync] }],
    ['a sync without a name', { syncs: { '': sync } }],
    ['a name with a blank at its edge', { syncs: { 'plans ': sync } }],
    ['a sync that is none', { syncs: { plans: 'plans.sql' } }],
  ])('%s', (_name, value) => {
    expect(judge(value)).toEqual({ editor: false, program: false });
  });

  it.each<[string, object]>([
    ['a sync that is empty', {}],
    ['a slip in a name', { ...sync, emial: 'email' }],
    ['two identifiers', { ...sync, userId: 'id' }],
    ['no identifier', { sql: 'plans.sql', key: 'id' }],
    ['no key', { sql: 'plans.sql', email: 'email' }],
    ['no SQL', { key: 'id', email: 'email' }],
    ['SQL twice', { ...sync, query: 'select 1' }],
    ['another built-in', { builtIn: 'churned' }],
    ['days that are none', { builtIn: 'recent_engagement', days: 0 }],
    ['days for SQL', { ...sync, days: 7 }],
    ['a mapping for the built-in', { builtIn: 'recent_engagement', key: 'id' }],
    ['a way of delivery', { ...sync, delivery: 'fast' }],
    ['a guard', { ...sync, guards: { maxFailure: 3 } }],
    ['a percentage', { ...sync, guards: { maxChangedPercent: 101 } }],
    ['an event without a name', { ...sync, event: { createdAt: 'at' } }],
    ['only and except', { ...sync, profile: { only: ['a'], except: ['b'] } }],
    ['a column twice', { ...sync, ignore: ['a', 'a'] }],
    ['two things for rows that left', { ...sync, gone: { event: 'left', unsubscribe: 7 } }],
    ['nothing for rows that left', { ...sync, gone: {} }],
    ['a list of parameters', { ...sync, parameters: { ids: [1, 2] } }],
    ['a blank title', { ...sync, title: ' ' }],
  ])('%s', (_name, entry) => {
    expect(judge({ syncs: { plans: entry } })).toEqual({ editor: false, program: false });
  });
});
