import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { progressBar } from '../../src/screen/progress-bar.js';
import { progressText, type ProgressState } from '../../src/screen/progress-text.js';
import { styleOf } from '../../src/screen/style.js';

const state: ProgressState = {
  done: 12_500,
  total: 50_000,
  failed: 3,
  retries: 7,
  rate: 250,
  limitedMs: 12_000,
};
const output = { write: () => undefined };
const plain = styleOf({ output, env: {} }, 'linux');

it('the line has share, count, rate, time left, failures, retries and waits for limits', () => {
  expect(progressText(state)).toBe(
    '25 % · 12,500/50,000 records · 250/s · 2m 30s left · 3 failed · 7 retries · 12s at the rate limit',
  );
  expect(progressText({ ...state, done: 1, rate: 10, retries: 1, limitedMs: 999 })).toBe(
    '0 % · 1/50,000 records · 10/s · 1h 23m left · 3 failed · 1 retry',
  );
});

describe('the bar', () => {
  it.each([
    [
      120,
      '███████░░░░░░░░░░░░░░░░░░░░░░░ 25 % · 12,500/50,000 · 250/s · 2m 30s left · 3 failed · 7 retries · 12s at the rate limit',
    ],
    [80, '███░░░░░░░░░░░ 25 % · 12,500/50,000 · 250/s · 2m 30s left · 3 failed · 7 retries'],
    [60, '███░░░░░░░░░░░ 25 % · 12,500/50,000 · 2m 30s left · 3 failed'],
    [39, '██░░░░░░░ 25 % · 2m 30s left · 3 failed'],
    [20, '███░░░░░░░░░░░░ 25 %'],
    [5, '█░░░░'],
  ])('at %i columns', (columns, expected) => {
    expect(progressBar(state, columns, plain)).toBe(expected);
  });

  it('is as wide as its columns, whatever the state', () => {
    const states = [0, 1, 25_000, 50_000].flatMap((done) =>
      [0, 123_456].map((failed) => ({ ...state, done, failed, retries: failed })),
    );
    for (let columns = 1; columns <= 140; columns += 1) {
      for (const each of states) {
        expect(stringWidth(progressBar(each, columns, plain))).toBe(columns);
      }
    }
  });

  it('is made of ASCII where the console has nothing else', () => {
    const ascii = styleOf({ output, env: { LANG: 'C.latin1' } }, 'linux');
    expect(progressBar(state, 39, ascii)).toBe('##....... 25 % - 2m 30s left - 3 failed');
  });

  it('has failures in red and retries in yellow, where there are some', () => {
    const colored = styleOf({ output, env: { FORCE_COLOR: '1' } }, 'linux');
    const text = progressBar(state, 120, colored);
    expect(text).toContain('\u001b[31m3 failed\u001b[39m');
    expect(text).toContain('\u001b[33m7 retries\u001b[39m');
    const good = progressBar({ ...state, failed: 0, retries: 0 }, 120, colored);
    expect(good).toContain('· 0 failed · 0 retries ·');
  });

  it('of no records is full', () => {
    expect(progressBar({ ...state, done: 0, total: 0 }, 30, plain)).toMatch(/^█+ 100 %/);
  });
});
