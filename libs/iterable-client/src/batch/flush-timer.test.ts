import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { FlushTimer } from './flush-timer.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
});

it('rings once, as long after its first start as it is told', () => {
  const ring = vi.fn();
  const timer = new FlushTimer(250, ring);
  timer.start();
  vi.advanceTimersByTime(200);
  timer.start();
  expect([timer.due, vi.getTimerCount()]).toEqual([false, 1]);
  vi.advanceTimersByTime(50);
  expect([timer.due, ring.mock.calls.length]).toEqual([true, 1]);
  timer.start();
  expect(vi.getTimerCount()).toBe(0);
});

it('begins anew after a reset, and leaves nothing behind', () => {
  const ring = vi.fn();
  const timer = new FlushTimer(250, ring);
  timer.start();
  vi.advanceTimersByTime(200);
  timer.reset();
  expect(vi.getTimerCount()).toBe(0);
  timer.start();
  vi.advanceTimersByTime(249);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(timer.due).toBe(true);
  timer.reset();
  expect([timer.due, ring.mock.calls.length]).toEqual([false, 1]);
});
