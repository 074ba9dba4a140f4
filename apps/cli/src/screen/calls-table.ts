import type { OperationStatistics } from '@org/iterable-client';
import { shortTime } from './short-time.js';
import type { Table } from './table.js';

/** So wide that columns of times stay where they are from run to run. */
const TIME = { align: 'right', narrow: 'drop', least: 7 } as const;

/** What the client did, by operation. */
export function callsTable(statistics: Readonly<Record<string, OperationStatistics>>): Table {
  return {
    columns: [
      { title: 'Operation' },
      { title: 'Calls', align: 'right' },
      { title: 'Failed', align: 'right' },
      { title: 'Retries', narrow: 'wrap' },
      { ...TIME, title: 'Waited' },
      { ...TIME, title: 'Limit' },
      { ...TIME, title: 'p50' },
      { ...TIME, title: 'p95' },
      { ...TIME, title: 'p99' },
    ],
    rows: Object.entries(statistics).map(([operation, figures]) => [
      operation,
      count(figures.calls),
      figures.failed > 0 ? { text: count(figures.failed), look: 'bad' } : '0',
      { text: retriesText(figures.retries), look: 'warn' },
      shortTime(figures.waitMs),
      shortTime(figures.rateLimitWaitMs),
      shortTime(figures.latencyMs.p50),
      shortTime(figures.latencyMs.p95),
      shortTime(figures.latencyMs.p99),
    ]),
  };
}

const count = (value: number): string => value.toLocaleString('en-US');

function retriesText(retries: OperationStatistics['retries']): string {
  return Object.entries(retries)
    .map(([cause, times = 0]) => `${cause} × ${count(times)}`)
    .join(', ');
}
