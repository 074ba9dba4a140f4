import { expect, it } from 'vitest';
import { findOperation } from './find-operation.js';
import { operationTable } from './operation-table.js';

it.each(Object.entries(operationTable))('%s is named after its path', (name, operation) => {
  expect(operation.name).toBe(name);
  expect(operation.path).toBe(`/api/${name}`);
  expect(findOperation(operation.method, operation.path)).toBe(operation);
});

it('takes an unknown operation for unsafe unless it reads', () => {
  expect(findOperation('POST', '/api/campaigns/trigger')).toMatchObject({
    name: 'campaigns/trigger',
    repeatable: 'no',
    reply: 'json',
  });
  expect(findOperation('GET', '/api/channels')).toMatchObject({ repeatable: 'yes' });
});

it('keeps e-mail addresses out of names', () => {
  expect(findOperation('DELETE', '/api/users/ada@example.com').name).toBe('users/{…}');
  expect(findOperation('GET', '/api/users/ada%40example.com/x').name).toBe('users/{…}/x');
  expect(findOperation('DELETE', '/api/users/{email}').name).toBe('users/{email}');
});
