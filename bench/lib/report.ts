import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import type { SuiteResult, SuiteSettings } from './suite.ts';

/** The machine that a suite ran on, and how busy it was. */
export interface Machine {
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  /** Processes that wanted to run, on average over the minute before: above `cores` it was busy. */
  readonly load: number;
  readonly date: string;
}

/** What a suite found out, and where. */
export interface Report extends SuiteResult {
  readonly suite: string;
  readonly title: string;
  readonly machine: Machine;
  readonly settings: SuiteSettings;
}

/** Where results go. */
const RESULTS: URL = new URL('../results/', import.meta.url);

export function thisMachine(): Machine {
  return {
    node: process.version,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    load: Number((loadavg()[0] ?? Number.NaN).toFixed(1)),
    date: new Date().toISOString().slice(0, 10),
  };
}

export async function writeResult(name: string, text: string): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  await writeFile(new URL(name, RESULTS), text);
}

export async function writeReport(report: Report): Promise<void> {
  await writeResult(`${report.suite}.json`, `${JSON.stringify(report, null, 2)}\n`);
}

/** The last report of each suite that has run here, in that order. */
export async function readReports(suites: readonly string[]): Promise<Report[]> {
  const texts = await Promise.all(
    suites.map((name) => readFile(new URL(`${name}.json`, RESULTS), 'utf8').catch(() => undefined)),
  );
  return texts.flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as Report]));
}
