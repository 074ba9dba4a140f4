import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/exit-code.js';
import { exitLine } from '../../src/run/exit-line.js';
import type { Results } from '../../src/run/results.js';

const counts = {
  rows: 10,
  delivered: 7,
  partial: 1,
  failed: 2,
  unchanged: 0,
  skipped: 0,
  notAttempted: 0,
};

function results(summary: object = {}, path?: string): Results {
  const failures = { count: 3, ...(path !== undefined && { path }) };
  return { summary: { counts, ...summary }, failures } as unknown as Results;
}

describe('what is said where a run is no success', () => {
  it('how many records failed, and where they are', () => {
    expect(exitLine(results({}, '/out/failures.ndjson'), EXIT.rowsFailed)).toBe(
      'error[ROWS_FAILED]: 3 of 10 records were not wholly delivered; see failures.ndjson',
    );
  });

  it('how many could not be dealt with that left the query', () => {
    expect(exitLine(results({ gone: { failed: 1 } }), EXIT.rowsFailed)).toBe(
      'error[ROWS_FAILED]: 3 of 10 records were not wholly delivered; 1 record that left the query could not be dealt with',
    );
  });

  it('that a signal stopped it', () => {
    const stopped = { reason: 'interrupted', detail: '' };
    const left = { ...counts, notAttempted: 4 };
    expect(exitLine(results({ stopped, counts: left }), EXIT.interrupted)).toBe(
      'error[INTERRUPTED]: stopped by a signal; 4 of 10 records were not attempted, and the next run sends them',
    );
  });

  it('nothing where it is one, or where another error has told it', () => {
    expect(exitLine(results(), EXIT.ok)).toBeUndefined();
    expect(exitLine(results(), EXIT.authentication)).toBeUndefined();
    const stopped = { reason: 'max-failures', detail: '' };
    expect(exitLine(results({ stopped }), EXIT.rowsFailed)).toBeUndefined();
  });

  it('how many failed among as many as were to be sent', () => {
    const stopped = { reason: 'limit', detail: '' };
    expect(exitLine(results({ stopped }), EXIT.rowsFailed)).toContain('3 of 10 records');
  });
});
