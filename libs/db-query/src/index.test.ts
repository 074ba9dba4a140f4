import { expect, test } from 'vitest';
import * as embedded from './embedded.js';
import * as engagement from './engagement.js';
import * as library from './index.js';

test('the entry points export these names and no others', () => {
  expect(Object.keys(library).toSorted()).toEqual([
    'DatabaseError',
    'Timestamp',
    'databaseOptionsFromEnvironment',
    'defineQuery',
    'describeConnection',
    'openDatabase',
    'proUsersWithRecentEngagement',
    'sqlQuery',
  ]);
  expect(Object.keys(embedded)).toEqual(['startEmbeddedDatabase']);
  expect(Object.keys(engagement)).toEqual(['engagementSchemaSql']);
});
