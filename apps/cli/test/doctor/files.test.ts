import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskSpace, enoughSpace } from '../../src/doctor/checks/disk-space.js';
import { fileRights } from '../../src/doctor/checks/file-rights.js';
import { logFile } from '../../src/doctor/checks/log-file.js';
import { outputFolder } from '../../src/doctor/checks/output-folder.js';
import { nameOfMagic, networkFileSystem } from '../../src/doctor/network-file-system.js';
import { privateFiles } from '../../src/doctor/private-files.js';

function folderOf(files: Readonly<Record<string, number>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  for (const [name, mode] of Object.entries(files)) {
    writeFileSync(join(folder, name), 'x');
    chmodSync(join(folder, name), mode);
  }
  return folder;
}

describe('file rights', () => {
  it('are fine where nobody else can read', () => {
    const outputDir = folderOf({ '.env': 0o600, 'query_results_20260101_000000.csv': 0o600 });
    expect(fileRights({ files: [join(outputDir, '.env')], outputDir, cwd: '/' })).toEqual({
      status: 'ok',
      found: '2 files with secrets or personal data, for their owner only',
    });
    expect(fileRights({ files: [], outputDir: folderOf(), cwd: '/' }).found).toContain(
      'no file yet',
    );
  });

  it('are a warning where others can: which, how, and the command that mends it', () => {
    const outputDir = folderOf({
      '.env': 0o640,
      'integration_results_20260101_000000.json': 0o604,
      'integration_failures_20260101_000000.ndjson': 0o600,
      'notes.json': 0o644,
    });
    const { status, found, advice } = fileRights({
      files: [join(outputDir, '.env')],
      outputDir,
      cwd: outputDir,
    });
    expect(status).toBe('warning');
    expect(found).toMatch(/ \.env \(0640\)/);
    expect(found).toContain('integration_results_20260101_000000.json (0604)');
    expect(found).not.toMatch(/notes|failures/);
    expect(advice).toMatch(/^chmod 600 .*\.env .*\.json$/);
  });

  it('name the first of many, and mend all', () => {
    const names = Array.from({ length: 9 }, (_, day) => `query_results_2026010${String(day)}.csv`);
    const outputDir = folderOf(Object.fromEntries(names.map((name) => [name, 0o644])));
    const { found, advice } = fileRights({ files: [], outputDir, cwd: '/' });
    expect(found).toMatch(/, and 6 more$/);
    expect(advice?.split(' ')).toHaveLength(2 + 9);
  });

  it('quote paths that a shell would take apart', () => {
    const outputDir = folderOf({ "it's here.env": 0o644 });
    const path = join(outputDir, "it's here.env");
    expect(fileRights({ files: [path], outputDir, cwd: outputDir }).advice).toBe(
      String.raw`chmod 600 'it'\''s here.env'`,
    );
  });

  it('are those of settings, log and ledger, wherever they are', () => {
    const general = {
      log: { level: 'INFO', file: '/var/log/sync.log', format: 'text', redact: false },
      outputDir: '/srv/out',
      ledgerUrl: 'sqlite:/srv/ledger.db',
      secrets: [],
    } as const;
    const loaded = {
      settings: {},
      origins: { LOG_LEVEL: { from: 'dotenv', name: 'production.env' } },
    } as const;
    expect(privateFiles({ general, loaded }, '/srv')).toEqual({
      files: ['/srv/.env', '/srv/production.env', '/var/log/sync.log', '/srv/ledger.db'],
      outputDir: '/srv/out',
      cwd: '/srv',
    });
  });
});

describe('the output folder', () => {
  it('is left as it was', () => {
    const folder = folderOf({ a: 0o600 });
    expect(outputFolder(folder, '/')).toEqual({
      status: 'ok',
      found: folder.slice(1),
      value: folder,
    });
    expect(outputFolder(folder, folder).found).toBe('this folder');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('may be missing, and is not made', () => {
    const folder = folderOf();
    const finding = outputFolder(join(folder, 'a', 'b'), folder);
    expect(finding).toMatchObject({ status: 'ok', value: folder });
    expect(finding.found).toContain('the first run makes it');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['/dev/null', '/dev/null/out', '/proc/nothing/out'])('%s is none', (folder) => {
    const { status, found, advice } = outputFolder(folder, '/srv');
    expect(status).toBe('failed');
    expect(found).toMatch(/can't be written \(E[A-Z]+\)$/);
    expect(advice).toContain('OUTPUT_DIR');
  });
});

describe('the log file', () => {
  it('is opened and left as it was', () => {
    const folder = folderOf({ 'run.log': 0o600 });
    expect(logFile(join(folder, 'run.log'), folder).status).toBe('ok');
    expect(readFileSync(join(folder, 'run.log'), 'utf8')).toBe('x');
  });

  it('may be missing, and is not made', () => {
    const folder = folderOf();
    expect(logFile(join(folder, 'run.log'), folder).status).toBe('ok');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('must not be a folder, nor in one that is not there', () => {
    const folder = folderOf();
    mkdirSync(join(folder, 'logs'));
    expect(logFile(join(folder, 'logs'), folder)).toMatchObject({
      status: 'failed',
      found: expect.stringContaining('EISDIR'),
    });
    expect(logFile(join(folder, 'nowhere', 'run.log'), folder)).toMatchObject({
      status: 'failed',
      found: expect.stringContaining('ENOENT'),
      advice: expect.stringContaining('LOG_FILE'),
    });
  });
});

describe('the disk', () => {
  it('has its free space told', () => {
    expect(diskSpace(tmpdir()).found).toMatch(/^(only )?\d+(\.\d)? [GM]B free$/);
  });

  it.each([
    [76_400_000_000, 'ok', '76 GB free'],
    [1_200_000_000, 'ok', '1.2 GB free'],
    [500_000_000, 'ok', '500 MB free'],
    [499_000_000, 'warning', 'only 499 MB free'],
    [0, 'warning', 'only 0.0 MB free'],
  ])('%i bytes: %s', (free, status, found) => {
    expect(enoughSpace(free)).toMatchObject({ status, found });
  });
});

describe('a network file system', () => {
  it('is told by its number, with or without a sign', () => {
    expect(nameOfMagic(0x6969)).toBe('NFS');
    expect(nameOfMagic(0xff534d42)).toBe('CIFS');
    expect(nameOfMagic(0xff534d42 | 0)).toBe('CIFS');
    expect(nameOfMagic(0xef53)).toBeUndefined();
  });

  it('is not where temporary files are', () => {
    expect(networkFileSystem(tmpdir())).toBeUndefined();
  });
});
