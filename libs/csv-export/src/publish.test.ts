import { readFileSync, writeFileSync } from 'node:fs';
import type * as fs from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../test/temporary-folder.js';

// The calls of the system are real; a single one can be made to fail as it does where links are unknown.
const { fails } = vi.hoisted(() => ({ fails: { link: '', folder: '' } }));
vi.mock('node:fs/promises', async (importActual) => {
  const actual = await importActual<typeof fs>();
  const refuse = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));
  return {
    ...actual,
    link: (from: string, to: string) => (fails.link ? refuse(fails.link) : actual.link(from, to)),
    open: (path: string, flags: string, mode?: number) =>
      fails.folder && flags === 'r' ? refuse(fails.folder) : actual.open(path, flags, mode),
  };
});
const { publish } = await import('./publish.js');

function setUp() {
  Object.assign(fails, { link: '', folder: '' });
  const folder = temporaryFolder();
  writeFileSync(folder.file('temporary'), 'new');
  return { folder, temporary: folder.file('temporary'), path: folder.file('a.csv') };
}

describe.each(['', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])(
  'where a link gives %j',
  (code) => {
    it('the file gets its name, and the temporary one is gone', async () => {
      const { folder, temporary, path } = setUp();
      fails.link = code;
      expect(await publish(temporary, path, 'refuse')).toBe(path);
      expect(readFileSync(path, 'utf8')).toBe('new');
      expect(folder.names()).toEqual(['a.csv']);
    });

    it('a file that is there is never replaced', async () => {
      const { temporary, path } = setUp();
      writeFileSync(path, 'precious');
      fails.link = code;
      await expect(publish(temporary, path, 'refuse')).rejects.toMatchObject({ code: 'EEXIST' });
      expect(readFileSync(path, 'utf8')).toBe('precious');
    });

    it('the next free name is taken', async () => {
      const { folder, temporary, path } = setUp();
      writeFileSync(path, 'precious');
      fails.link = code;
      expect(await publish(temporary, path, 'suffix')).toBe(folder.file('a_2.csv'));
      expect(folder.names()).toEqual(['a.csv', 'a_2.csv']);
    });
  },
);

it('another failure of a link is a failure', async () => {
  const { folder, temporary, path } = setUp();
  fails.link = 'EIO';
  await expect(publish(temporary, path, 'suffix')).rejects.toMatchObject({ code: 'EIO' });
  expect(folder.names()).toEqual(['temporary']);
});

it.each(['EACCES', 'EPERM', 'EISDIR', 'EINVAL'])(
  'a folder that cannot be synced for %s is left as it is',
  async (code) => {
    const { temporary, path } = setUp();
    fails.folder = code;
    expect(await publish(temporary, path, 'replace')).toBe(path);
  },
);

it('a folder that fails to be synced is a failure', async () => {
  const { temporary, path } = setUp();
  fails.folder = 'EIO';
  await expect(publish(temporary, path, 'replace')).rejects.toMatchObject({ code: 'EIO' });
});
