import type { RowRecord } from '@org/sync';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputFiles, requireWritableFolder } from '../src/run/output-files.js';
import { writeResults, type Results } from '../src/run/results.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'results-'));
const NOW = new Date('2026-01-13T14:30:45Z');

function results(path: string, failures: RowRecord[] = []): Results {
  return {
    summary: {
      sync: 'test',
      startedAt: NOW.toISOString(),
      finishedAt: NOW.toISOString(),
      durationMs: 0,
      counts: {
        rows: 1,
        delivered: 1,
        partial: 0,
        failed: 0,
        unchanged: 0,
        skipped: 0,
        notAttempted: 0,
      },
      failures,
      failuresOmitted: 0,
      stopped: { reason: 'interrupted', detail: 'interrupted', error: new Error('not for files') },
    },
    files: { csv: 'rows.csv', results: path },
    csv: { rows: 1, bytes: 10 },
    auth: { used: 'api-key', asked: 'jwt', warnings: [], authenticator: null as never },
    statistics: {},
  };
}

describe('the results file', () => {
  it('is whole, for its owner only, and without secrets or raw errors', () => {
    const path = join(folder(), 'results.json');
    const failure = {
      row: 1,
      outcome: 'failed',
      user: { status: 'not-sent', reason: 'quotes the-secret-key' },
      event: { status: 'none' },
    } as const;
    expect(writeResults(results(path, [failure]), 130, ['the-secret-key'])).toBeUndefined();
    const text = readFileSync(path, 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      schemaVersion: 1,
      exitCode: 130,
      stopped: { reason: 'interrupted' },
      authentication: { method: 'api-key', asked: 'jwt' },
    });
    expect(text).not.toContain('the-secret-key');
    expect(text).not.toContain('not for files');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('never replaces a file, and says so instead of failing the run', () => {
    const path = join(folder(), 'results.json');
    writeFileSync(path, 'precious');
    expect(writeResults(results(path), 0, [])).toMatchObject({ code: 'RESULTS', exitCode: 2 });
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  it('leaves nothing behind where it cannot be written', () => {
    const gone = join(folder(), 'gone', 'results.json');
    expect(writeResults(results(gone), 0, [])?.message).toContain('ENOENT');
  });
});

describe('names of output files', () => {
  it('share a stamp', () => {
    const where = folder();
    expect(outputFiles(where, NOW)).toEqual({
      csv: join(where, 'query_results_20260113_143045.csv'),
      results: join(where, 'integration_results_20260113_143045.json'),
    });
  });

  it.each(['query_results_20260113_143045.csv', 'integration_results_20260113_143045.json'])(
    'get a suffix where %s is taken',
    (taken) => {
      const where = folder();
      writeFileSync(join(where, taken), '');
      expect(outputFiles(where, NOW)).toEqual({
        csv: join(where, 'query_results_20260113_143045_2.csv'),
        results: join(where, 'integration_results_20260113_143045_2.json'),
      });
    },
  );

  it('the folder is made where it is missing, and left empty by the check', () => {
    const where = join(folder(), 'a', 'b');
    requireWritableFolder(where);
    expect(readdirSync(where)).toEqual([]);
  });
});
