import { statfsSync } from 'node:fs';
import { ok, warning, type Finding } from '../finding.js';

const MB = 1_000_000;
/** The CSV of a million rows has 100 MB or more. */
const LEAST_BYTES = 500 * MB;

/** Whether the disk of a folder has room for what runs leave. */
export function diskSpace(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  return enoughSpace(bavail * bsize);
}

export function enoughSpace(free: number): Finding {
  const text = free >= 1000 * MB ? `${tenths(free / 1000 / MB)} GB` : `${tenths(free / MB)} MB`;
  if (free >= LEAST_BYTES) return ok(`${text} free`);
  return warning(
    `only ${text} free`,
    'make room: CSV, results, log and ledger are written to this disk',
  );
}

function tenths(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}
