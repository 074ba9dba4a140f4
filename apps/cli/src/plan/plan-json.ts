import type { Redact } from '../log/redactor.js';
import { dueRecords, goneAction, type Planned } from './planned.js';

/**
 * A plan as `--json` gives it: see `schemas/plan.schema.json`. `schemaVersion` changes when the meaning
 * of a field does.
 */
export function planJson(planned: Planned, redact: Redact): object {
  const { plan, ledgerFound } = planned;
  const { stopped } = plan;
  return {
    schemaVersion: 1,
    sync: plan.sync,
    ledgerFound,
    counts: plan.counts,
    due: dueRecords(plan),
    changedFields: plan.changedFields,
    gone: { rows: plan.gone ?? 0, action: goneAction(planned) },
    delivery: { mode: plan.delivery, reason: plan.deliveryReason },
    calls: plan.calls,
    leastSeconds: plan.seconds,
    refused: plan.refused.map((row) => ({ ...row, reason: redact(row.reason) })),
    refusedCodes: plan.refusedCodes,
    partlyRefused: plan.partlyRefused,
    stopped: stopped ? { reason: stopped.reason, detail: redact(stopped.detail) } : null,
    notices: plan.notices.map((notice) => ({ ...notice, message: redact(notice.message) })),
  };
}
