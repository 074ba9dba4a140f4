import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Progress, progressText } from '../src/screen/progress.js';
import { Screen } from '../src/screen/screen.js';
import { capturedIo } from './captured-io.js';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells share, count, rate, time left, failures and retries', () => {
  const state = { done: 12_500, total: 50_000, failed: 3, retries: 7, elapsedMs: 50_000 };
  expect(progressText(state)).toBe(
    '25 % · 12,500/50,000 records · 250/s · 2 min 30 s left · 3 failed · 7 retries',
  );
});

it('is a line every five seconds where there is no terminal, and one at the end', () => {
  const { io, written } = capturedIo();
  const progress = new Progress(new Screen(io, { level: 'INFO' }), 100, Date.now);
  vi.advanceTimersByTime(4_999);
  expect(written.stdout).toBe('');
  vi.advanceTimersByTime(1);
  expect(written.stdout).toBe('0 % · 0/100 records · 0.0/s · 0 failed · 0 retries\n');
  vi.advanceTimersByTime(5_000);
  progress.end();
  vi.advanceTimersByTime(60_000);
  expect(written.stdout.trimEnd().split('\n')).toHaveLength(3);
});

it('is drawn in place on a terminal', () => {
  const { io, written } = capturedIo();
  const terminal = { ...io, stdout: { ...io.stdout, isTTY: true, columns: 120 } };
  const progress = new Progress(new Screen(terminal, { level: 'INFO' }), 100, Date.now);
  vi.advanceTimersByTime(1_000);
  progress.end();
  expect(written.stdout).toContain('░░░');
  expect(written.stdout).toContain('0/100 records');
});
