import { expect, test } from 'vitest';
import { DatabaseError } from '../errors/database-error.js';
import { importPeer } from './import-peer.js';

test('a package that is there is imported', async () => {
  const path = await importPeer('node:path', () => import('node:path'));
  expect(path.sep).toBeTypeOf('string');
});

test('a package that is not installed is told, with the command that installs it', async () => {
  const name = '@example/not-installed';
  const load = (): Promise<unknown> => import(name);
  const error: unknown = await importPeer(name, load).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DatabaseError);
  expect(error).toMatchObject({
    code: 'MISSING_PACKAGE',
    cause: { code: 'ERR_MODULE_NOT_FOUND' },
  });
  expect((error as DatabaseError).message).toContain('npm install @electric-sql/pglite');
});

test('a package that fails for a reason of its own passes its error on', async () => {
  const broken = new Error('broken');
  await expect(importPeer('x', () => Promise.reject(broken))).rejects.toBe(broken);
});
