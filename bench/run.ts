import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import type { Measurement, Suite } from './lib/suite.ts';

/** Add a file under `suites/` and its name here. */
const SUITES = ['http', 'auth', 'batch', 'bundle', 'csv', 'delivery', 'compare'];

const settings = {
  rounds: Number(process.env['BENCH_ROUNDS'] ?? 7),
  roundMs: Number(process.env['BENCH_ROUND_MS'] ?? 1000),
};
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !SUITES.includes(name));
if (unknown !== undefined) throw new Error(`No suite ${unknown}. There are ${SUITES.join(', ')}.`);

const folder = new URL('results/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const name of SUITES) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { suite } = (await import(`./suites/${name}.ts`)) as { suite: Suite };
  console.log(`\n${suite.name}: ${suite.title}`);
  const { measurements, summary } = await suite.run(settings);
  print(measurements);
  for (const line of summary) console.log(line);
  const result = {
    suite: name,
    title: suite.title,
    machine: machine(),
    settings,
    measurements,
    summary,
  };
  await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(result, null, 2)}\n`);
}

function print(measurements: readonly Measurement[]): void {
  const rows = measurements.map(({ subject, setting, figures, noise }) => ({
    subject,
    setting,
    ...figures,
    ...(noise === undefined ? {} : { noise: `± ${(noise * 100).toFixed(0)} %` }),
  }));
  console.table(rows);
}

function machine(): object {
  return {
    node: process.version,
    cpu: cpus()[0]?.model,
    cores: availableParallelism(),
    date: new Date().toISOString().slice(0, 10),
  };
}
