import { describe, expect, it } from 'vitest';
import { chartOf } from '../lib/chart.js';
import { compare, holds } from '../lib/comparison.js';
import { figureText, ratioText } from '../lib/figure-text.js';
import { comparisonTable, summaryPage } from '../lib/summary.js';
import { SAMPLE } from './sample-reports.js';

const all = SAMPLE.flatMap(({ comparisons }) => comparisons);

describe('a comparison', () => {
  const common = { what: 'it', unit: 'x', other: 'a peer', theirs: [10, 20, 40] };

  it('takes ratios round by round, so that what slowed one round down slowed both', () => {
    const { ours, theirs, ratio, low, high } = compare({
      ...common,
      ours: [20, 50, 60],
      better: 'more',
    });
    expect({ ours, theirs, ratio }).toEqual({ ours: 50, theirs: 20, ratio: 2 });
    expect([low, high]).toEqual([1.75, 2.25]);
  });

  it('is above 1 where ours is better, be that more or less', () => {
    expect(compare({ ...common, ours: [5, 10, 20], better: 'less' }).ratio).toBe(2);
    expect(compare({ ...common, ours: [5, 10, 20], better: 'more' }).ratio).toBe(0.5);
  });

  it('says whether a promise holds, and nothing where there was none', () => {
    const promised = compare({ ...common, ours: [9], theirs: 10, better: 'more', atLeast: 0.9 });
    expect(holds(promised)).toBe(true);
    expect(holds({ ...promised, atLeast: 0.91 })).toBe(false);
    expect(holds(compare({ ...common, ours: [9], better: 'more' }))).toBeUndefined();
  });
});

it('figures are rounded to what can be read', () => {
  expect([0.1804, 5, 20.449, 999.6, 1234.5, 734_321, NaN].map(figureText)).toEqual([
    ...['0.18', '5', '20.4', '1,000', '1,235', '734,321', '–'],
  ]);
  expect([0.254, 1, 27.84, 312.2].map(ratioText)).toEqual(['0.25 ×', '1.00 ×', '27.8 ×', '312 ×']);
});

it('the table has a line for each comparison of all suites, with what was promised', () => {
  const lines = comparisonTable(SAMPLE).split('\n');
  expect(lines).toHaveLength(2 + all.length);
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  expect(lines[2]).toMatch(
    /^\| http +\| POST of a user, 1 at once +\| requests\/s \| +4,900 \| @iterable\/api +\| +3,300 \| +1\.48 × \| +1\.00 × \| yes +\|$/,
  );
  expect(lines.filter((line) => line.includes('| no '))).toHaveLength(1);
});

it('the page has the table, every measurement, and the machine of each suite', () => {
  const page = summaryPage(SAMPLE);
  expect(page).toContain(comparisonTable(SAMPLE));
  for (const { suite, measurements } of SAMPLE) {
    expect(page).toContain(`\n## ${suite}\n`);
    for (const { subject } of measurements) expect(page).toContain(subject);
  }
  expect(page.match(/Measured on 2026-01-02/g)).toHaveLength(SAMPLE.length);
});

describe('the chart', () => {
  const svg = chartOf(SAMPLE);
  const count = (pattern: RegExp): number => svg.match(pattern)?.length ?? 0;

  it('is a picture of its own, without scripts and without anything from elsewhere', () => {
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).not.toMatch(/<script|href=|url\(/);
  });

  it('names all that is compared, with ratio and figures', () => {
    for (const { what, other, ratio, unit } of all) {
      for (const text of [what, other, ratioText(ratio), unit]) expect(svg).toContain(text);
    }
  });

  it('has a dot for each ratio, and another shape where a promise is not kept', () => {
    const dots = svg.slice(svg.indexOf('aria-label="dot"'));
    expect(dots.match(/<path [^>]*fill="#157a55"/g)).toHaveLength(7);
    expect(dots.match(/<path [^>]*fill="#c2412d"/g)).toHaveLength(1);
    expect(count(/stroke="#dca11d"/g)).toBe(1);
  });
});
