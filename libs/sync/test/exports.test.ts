import { expect, it } from 'vitest';
import * as library from '../src/index.js';

it('exports these names and no others', () => {
  expect(Object.keys(library).sort()).toEqual([
    'SyncError',
    'SyncMappingError',
    'columnMappingSchema',
    'defineSync',
    'eventId',
    'mapColumns',
    'planSync',
    'reservedFields',
    'runSync',
    'schemaProblems',
    'textOf',
  ]);
});
