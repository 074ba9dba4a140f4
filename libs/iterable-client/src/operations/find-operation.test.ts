import { expect, it } from 'vitest';
import { operationTable } from '../generated/operation-table.js';
import { findOperation } from './find-operation.js';

it.each(Object.entries(operationTable))('finds %s by its method and path', (name, operation) => {
  expect(operation.name).toBe(name);
  expect(name.replace(/^[A-Z]+ /, '')).toBe(operation.path.replace('/api/', ''));
  expect(findOperation(operation.method, operation.path)).toBe(operation);
});

it('takes an unknown operation for unsafe unless it reads', () => {
  expect(findOperation('POST', '/api/someday/trigger')).toMatchObject({
    name: 'someday/trigger',
    repeatable: 'no',
    reply: 'json',
  });
  expect(findOperation('GET', '/api/someday')).toMatchObject({ repeatable: 'yes' });
});

it('keeps e-mail addresses out of names', () => {
  expect(findOperation('DELETE', '/api/users/ada@example.com').name).toBe('users/{…}');
  expect(findOperation('GET', '/api/users/ada%40example.com/x').name).toBe('users/{…}/x');
  expect(findOperation('DELETE', '/api/users/{email}').name).toBe('DELETE users/{email}');
});
