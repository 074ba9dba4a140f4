import type { ExitCode } from '../exit-code.js';
import type { Redact } from '../log/redactor.js';
import type { CheckResult } from './examination.js';
import type { CheckStatus } from './finding.js';

/** How many checks came to which end. */
export type CheckCounts = Readonly<Record<CheckStatus, number>>;

export function countChecks(results: readonly CheckResult[]): CheckCounts {
  const count = (status: CheckStatus): number =>
    results.filter((result) => result.status === status).length;
  return {
    ok: count('ok'),
    warning: count('warning'),
    failed: count('failed'),
    skipped: count('skipped'),
  };
}

/** The examination as JSON: see `schemas/doctor.schema.json`. */
export function doctorJson(
  results: readonly CheckResult[],
  exitCode: ExitCode,
  redact: Redact,
): object {
  return {
    schemaVersion: 1,
    exitCode,
    counts: countChecks(results),
    checks: results.map(({ name, sync, status, found, advice, details, durationMs }) => ({
      name,
      sync: sync ?? null,
      status,
      found: redact(found),
      advice: advice === undefined ? null : redact(advice),
      details: details.map(redact),
      durationMs,
    })),
  };
}
