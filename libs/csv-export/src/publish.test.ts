import { readFileSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../test/temporary-folder.js';
import { publish } from './publish.js';

const actual = { ...fs };
const refuse = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));

/** The calls of the system are real; a single one is made to fail as it does where links are unknown. */
function failing(calls: Partial<Pick<typeof fs, 'link' | 'open'>>): void {
  Object.assign(fs, calls);
  syncBuiltinESMExports();
}

const linkFails = (code: string): void => failing({ link: () => refuse(code) });
const folderFails = (code: string): void =>
  failing({
    open: (path, flags, mode) => (flags === 'r' ? refuse(code) : actual.open(path, flags, mode)),
  });

afterEach(() => failing(actual));

function setUp() {
  const folder = temporaryFolder();
  writeFileSync(folder.file('temporary'), 'new');
  return { folder, temporary: folder.file('temporary'), path: folder.file('a.csv') };
}

describe.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])(
  'where a link gives %j',
  (code) => {
    it('the file gets its name, and the temporary one is gone', async () => {
      const { folder, temporary, path } = setUp();
      linkFails(code);
      expect(await publish(temporary, path, 'refuse')).toBe(path);
      expect(readFileSync(path, 'utf8')).toBe('new');
      expect(folder.names()).toEqual(['a.csv']);
    });

    it('a file that is there is never replaced', async () => {
      const { temporary, path } = setUp();
      writeFileSync(path, 'precious');
      linkFails(code);
      await expect(publish(temporary, path, 'refuse')).rejects.toMatchObject({ code: 'EEXIST' });
      expect(readFileSync(path, 'utf8')).toBe('precious');
    });

    it('the next free name is taken', async () => {
      const { folder, temporary, path } = setUp();
      writeFileSync(path, 'precious');
      linkFails(code);
      expect(await publish(temporary, path, 'suffix')).toBe(folder.file('a_2.csv'));
      expect(folder.names()).toEqual(['a.csv', 'a_2.csv']);
    });
  },
);

it('another failure of a link is a failure', async () => {
  const { folder, temporary, path } = setUp();
  linkFails('EIO');
  await expect(publish(temporary, path, 'suffix')).rejects.toMatchObject({ code: 'EIO' });
  expect(folder.names()).toEqual(['temporary']);
});

it.each(['EACCES', 'EPERM', 'EISDIR', 'EINVAL'])(
  'a folder that cannot be synced for %s is left as it is',
  async (code) => {
    const { temporary, path } = setUp();
    folderFails(code);
    expect(await publish(temporary, path, 'replace')).toBe(path);
  },
);

it('a folder that fails to be synced is a failure', async () => {
  const { temporary, path } = setUp();
  folderFails('EIO');
  await expect(publish(temporary, path, 'replace')).rejects.toMatchObject({ code: 'EIO' });
});
