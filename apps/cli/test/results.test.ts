import type { RowRecord } from '@org/sync';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvPath, outputFiles, requireWritableFolder } from '../src/run/output-files.js';
import { writeResults, type Results, type ResultsContext } from '../src/run/results.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'results-'));
const NOW = new Date('2026-01-13T14:30:45Z');

const context = (change: Partial<ResultsContext> = {}): ResultsContext => ({
  exitCode: 0,
  log: { file: 'run.log', failure: undefined },
  secrets: [],
  ...change,
});

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
      notices: [],
      failures,
      failuresOmitted: 0,
      stopped: { reason: 'interrupted', detail: 'interrupted', error: new Error('not for files') },
    },
    files: { csv: 'rows.csv', results: path, failures: `${path}.ndjson` },
    failures: { count: failures.length },
    csv: { rows: 1, bytes: 10, warnings: [] },
    auth: { used: 'api-key', asked: 'jwt', warnings: [], authenticator: null as never },
    statistics: {},
  };
}

describe('the results file', () => {
  it('is whole, for its owner only, and without secrets or raw errors', () => {
    const path = join(folder(), 'results.json');
    const failure = {
      row: 1,
      identifier: 'customer@example.com',
      outcome: 'failed',
      user: { status: 'not-sent', reason: 'quotes the-secret-key' },
      event: { status: 'none' },
    } as const;
    expect(
      writeResults(
        results(path, [failure]),
        context({ exitCode: 130, secrets: ['the-secret-key', 'customer'] }),
      ),
    ).toBeUndefined();
    const text = readFileSync(path, 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      schemaVersion: 1,
      exitCode: 130,
      stopped: { reason: 'interrupted' },
      authentication: { method: 'api-key', asked: 'jwt' },
    });
    expect(text).not.toContain('the-secret-key');
    expect(text).not.toContain('not for files');
    expect(text).toContain('customer@example.com');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('never replaces a file, and says so instead of failing the run', () => {
    const path = join(folder(), 'results.json');
    writeFileSync(path, 'precious');
    expect(writeResults(results(path), context())).toContain('EEXIST');
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  it('says whether the log is whole', () => {
    const path = join(folder(), 'results.json');
    writeResults(results(path), context({ log: { file: 'run.log', failure: new Error('full') } }));
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      log: { file: 'run.log', complete: false },
    });
  });

  it('that cannot be written leaves nothing behind', () => {
    const where = folder();
    const name = 'x'.repeat(252);
    expect(writeResults(results(join(where, name)), context())).toContain('ENAMETOOLONG');
    expect(readdirSync(where)).toEqual([]);
  });
});

describe('names of output files', () => {
  it('share a stamp', () => {
    expect(csvPath('/out', NOW)).toBe('/out/query_results_20260113_143045.csv');
    expect(outputFiles('/out/query_results_20260113_143045.csv')).toEqual({
      csv: '/out/query_results_20260113_143045.csv',
      results: '/out/integration_results_20260113_143045.json',
      failures: '/out/integration_failures_20260113_143045.ndjson',
    });
  });

  it('share the suffix that a stamp got which was taken', () => {
    expect(outputFiles('/out/query_results_20260113_143045_2.csv').results).toBe(
      '/out/integration_results_20260113_143045_2.json',
    );
  });

  it('the folder is made where it is missing, and left empty by the check', () => {
    const where = join(folder(), 'a', 'b');
    requireWritableFolder(where);
    expect(readdirSync(where)).toEqual([]);
  });
});
