import type { SyncEvent } from '@org/sync';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Progress } from '../../src/screen/progress.js';
import { Screen } from '../../src/screen/screen.js';
import { capturedIo } from '../captured-io.js';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

function begin(limited = () => false) {
  const { io, written } = capturedIo();
  const screen = new Screen(io, { level: 'INFO' });
  return { written, progress: new Progress(screen, { total: 100, now: Date.now, limited }) };
}

const finished = (outcome: 'delivered' | 'failed' | 'notAttempted'): SyncEvent => ({
  type: 'row-finished',
  record: { row: 1, outcome, user: { status: 'none' }, event: { status: 'none' } },
});

it('is a line every five seconds where there is no terminal, and one at the end', () => {
  const { progress, written } = begin();
  vi.advanceTimersByTime(4_999);
  expect(written.stdout).toBe('');
  vi.advanceTimersByTime(1);
  expect(written.stdout).toBe('0 % · 0/100 records · 0.0/s · 0 failed · 0 retries\n');
  vi.advanceTimersByTime(5_000);
  progress.end();
  vi.advanceTimersByTime(60_000);
  expect(written.stdout.trimEnd().split('\n')).toHaveLength(3);
});

it('counts what is done and what failed, and no record that the run never came to', () => {
  const { progress, written } = begin();
  progress.listen({ type: 'rows-unchanged', rows: 10 });
  progress.listen(finished('delivered'));
  progress.listen(finished('failed'));
  for (let row = 0; row < 50; row += 1) progress.listen(finished('notAttempted'));
  vi.advanceTimersByTime(4_000);
  progress.end();
  expect(written.stdout).toBe('12 % · 12/100 records · 3.0/s · 30s left · 1 failed · 0 retries\n');
});

it('tells for how long limits held calls back, by the clock, however many waited', () => {
  let limited = true;
  const { progress, written } = begin(() => limited);
  vi.advanceTimersByTime(3_000);
  limited = false;
  vi.advanceTimersByTime(1_000);
  progress.end();
  expect(written.stdout).toContain(' · 3s at the rate limit\n');
});

it('says that it waits for new users', () => {
  const { progress, written } = begin();
  progress.listen({ type: 'waiting', rows: 3, delayMs: 59_500 });
  expect(written.stdout).toBe('Waiting 60 s until Iterable knows the new users of 3 events\n');
  progress.end();
});

it('goes by how fast it was lately, not by what was fast at first', () => {
  const { progress, written } = begin();
  progress.listen({ type: 'rows-unchanged', rows: 50 });
  for (let second = 0; second < 40; second += 1) {
    vi.advanceTimersByTime(1_000);
    progress.listen(finished('delivered'));
  }
  vi.advanceTimersByTime(5_000);
  expect(written.stdout.trimEnd().split('\n').at(-1)).toMatch(/· 0\.[89]\/s · 1[0-3]s left ·/);
  progress.end();
});
