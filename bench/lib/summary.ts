import { holds } from './comparison.ts';
import { figureText, ratioText } from './figure-text.ts';
import { markdownTable } from './markdown-table.ts';
import type { Machine, Report } from './report.ts';
import type { Measurement } from './suite.ts';

/** One line for each comparison of all suites. */
export function comparisonTable(reports: readonly Report[]): string {
  const rows = reports.flatMap(({ suite, comparisons }) =>
    comparisons.map((comparison) => {
      const { what, setting, unit, ours, other, theirs, ratio, atLeast } = comparison;
      return [
        suite,
        setting === undefined ? what : `${what}, ${setting}`,
        unit,
        figureText(ours),
        other,
        figureText(theirs),
        ratioText(ratio),
        atLeast === undefined ? '' : ratioText(atLeast),
        { true: 'yes', false: 'no', undefined: '' }[String(holds(comparison))] ?? '',
      ];
    }),
  );
  const head = ['suite', 'what', 'unit', 'ours', 'beside', 'theirs', 'ratio', 'at least', 'holds'];
  return markdownTable(head, rows, [3, 5, 6, 7]);
}

/** All that was measured, as a page. */
export function summaryPage(reports: readonly Report[]): string {
  const parts = reports.map(({ suite, title, machine, measurements, summary }) =>
    [
      `## ${suite}`,
      `${title[0]?.toUpperCase()}${title.slice(1)}.`,
      measurementTable(measurements),
      ...(summary.length > 0 ? [summary.map((line) => `- ${line}`).join('\n')] : []),
      machineLine(machine),
    ].join('\n\n'),
  );
  return `${[
    '# Benchmarks: what came out',
    'Written by `npm run bench`. [How each was measured](../README.md).',
    '![How many times as good ours is, beside each peer and each promise](chart.svg)',
    'A ratio above 1 says that ours is better. It is the median of ratios round by round, so it is not always that of the two medians beside it.',
    comparisonTable(reports),
    ...parts,
  ].join('\n\n')}\n`;
}

/** The measurements of a suite; those with other figures get a table of their own. */
export function measurementTable(measurements: readonly Measurement[]): string {
  const groups = Map.groupBy(measurements, ({ figures }) => Object.keys(figures).join());
  return [...groups.values()]
    .map((group) => {
      const units = Object.keys(group[0]?.figures ?? {});
      const rows = group.map(({ subject, setting, figures, noise }) => [
        subject,
        setting,
        ...units.map((unit) => figureText(figures[unit] ?? Number.NaN)),
        noise === undefined ? '' : `± ${Math.round(noise * 100)} %`,
      ]);
      const head = ['subject', 'setting', ...units, 'noise'];
      return markdownTable(head, rows, [...head.keys()].slice(2));
    })
    .join('\n\n');
}

function machineLine({ node, cpu, cores, load, date }: Machine): string {
  const busy = load > cores ? ', so it was busy' : '';
  return `Measured on ${date}: Node.js ${node}, ${cpu}, ${cores} cores, load ${load} at the beginning${busy}.`;
}
