import { expect, it } from 'vitest';
import { usersNamed } from '../../test/batch-items.js';
import { batchBody, batchBytes, batchFrame } from './batch-body.js';

it.each([
  ['', {}],
  ['a', {}],
  ['abc', {}],
  ['ab', { createNewFields: true, name: 'Ada ✓', listId: 2n ** 60n, none: undefined }],
])('has the bytes that it tells: %s, %o', (names, fields) => {
  const items = usersNamed(names);
  const frame = batchFrame('users', fields);
  const body = batchBody(frame, items);
  const users = [...names].map((name) => ({ email: `${name}@example.com` }));
  expect(JSON.parse(body)).toEqual({
    users,
    ...(JSON.parse(
      JSON.stringify({ ...fields, ...('listId' in fields && { listId: 0 }) }),
    ) as object),
    ...('listId' in fields && { listId: 2 ** 60 }),
  });
  if (items.length > 0) expect(batchBytes(frame, items)).toBe(Buffer.byteLength(body));
  expect(frame.bytes).toBe(Buffer.byteLength(frame.before + frame.after));
});

it('refuses a field that cannot be sent, before anything is read', () => {
  expect(() => batchFrame('users', { limit: Number.NaN })).toThrow(
    new TypeError('body.limit is NaN, which JSON cannot hold'),
  );
});
