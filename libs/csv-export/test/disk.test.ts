import { type FileHandle, open } from 'node:fs/promises';
import { beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { writeCsvBytes } from '../src/index.js';
import { temporaryFolder } from './temporary-folder.js';

const CHUNK = Buffer.alloc(8_388_608, 'x');

async function* chunks(count: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) yield await Promise.resolve(CHUNK);
}

describe('a large file', () => {
  let datasync: MockInstance<FileHandle['datasync']>;
  let sync: MockInstance<FileHandle['sync']>;

  beforeEach(async () => {
    await using handle = await open('/dev/null', 'r');
    const prototype = Object.getPrototypeOf(handle) as FileHandle;
    datasync = vi.spyOn(prototype, 'datasync');
    sync = vi.spyOn(prototype, 'sync');
  });

  it('is brought to the disk while it is written, and at its end', async () => {
    const path = temporaryFolder().file('a.csv');
    const { bytes } = await writeCsvBytes(chunks(9), path);
    expect(bytes).toBe(9 * CHUNK.length);
    expect(datasync).toHaveBeenCalled();
    // The file, and the folder with its name.
    expect(sync).toHaveBeenCalledTimes(2);
  });

  it.each([4, 9])(
    'of %i chunks that the disk refused is told, and not left there',
    async (count) => {
      const trouble = Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
      datasync.mockRejectedValueOnce(trouble);
      const folder = temporaryFolder();
      const writing = writeCsvBytes(chunks(count), folder.file('a.csv'));
      await expect(writing).rejects.toMatchObject({
        name: 'CsvError',
        code: 'CSV_WRITE',
        path: folder.file('a.csv'),
        cause: trouble,
      });
      expect(folder.names()).toEqual([]);
    },
  );

  it('gets its name only when the disk has taken all of it', async () => {
    const folder = temporaryFolder();
    const asked = Promise.withResolvers<void>();
    const taken = Promise.withResolvers<void>();
    datasync.mockImplementationOnce(() => {
      asked.resolve();
      return taken.promise;
    });
    const writing = writeCsvBytes(chunks(5), folder.file('a.csv'));
    await asked.promise;
    expect(sync).not.toHaveBeenCalled();
    expect(folder.names()).toEqual([expect.stringMatching(/\.tmp$/)]);
    taken.resolve();
    await writing;
    expect(folder.names()).toEqual(['a.csv']);
  });
});

it('a small file is brought to the disk once', async () => {
  await using handle = await open('/dev/null', 'r');
  const datasync = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'datasync');
  await writeCsvBytes(chunks(3), temporaryFolder().file('a.csv'));
  expect(datasync).not.toHaveBeenCalled();
});
