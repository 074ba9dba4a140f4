/*
 * Runs the suites and says what came out, in a table of all that ran here so far.
 *
 *   node bench/run.ts [suite…]
 */
import { chartOf } from './lib/chart.ts';
import { readReports, type Report, thisMachine, writeReport, writeResult } from './lib/report.ts';
import { comparisonTable, measurementTable, summaryPage } from './lib/summary.ts';
import type { Suite } from './lib/suite.ts';

/** Add a file under `suites/` and its name here. */
const SUITES: readonly string[] = [
  ...['http', 'auth', 'batch', 'bundle'],
  ...['csv', 'delivery', 'compare', 'sandbox', 'start', 'install'],
];

const settings = {
  rounds: Number(process.env['BENCH_ROUNDS'] ?? 7),
  roundMs: Number(process.env['BENCH_ROUND_MS'] ?? 1000),
};
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !SUITES.includes(name));
if (unknown !== undefined) throw new Error(`No suite ${unknown}. There are ${SUITES.join(', ')}.`);

for (const name of wanted.length > 0 ? wanted : SUITES) {
  const { suite } = (await import(`./suites/${name}.ts`)) as { readonly suite: Suite };
  console.log(`\n${suite.name}: ${suite.title}`);
  const machine = thisMachine();
  const result = await suite.run(settings);
  const report: Report = { suite: name, title: suite.title, machine, settings, ...result };
  await writeReport(report);
  console.log(measurementTable(report.measurements));
  for (const line of report.summary) console.log(line);
}

const reports = await readReports(SUITES);
await writeResult('summary.md', summaryPage(reports));
await writeResult('chart.svg', chartOf(reports));
console.log(
  `\n${comparisonTable(reports)}\n\nbench/results/summary.md has all of it, and a chart.`,
);
