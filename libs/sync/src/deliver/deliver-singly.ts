import type { ComparedRow } from '../compare/compared-row.js';
import { isAuthenticationFailure, isOutage } from './call-failure.js';
import { deliverRow, type DeliveredRow } from './deliver-row.js';
import type { DeliveryContext } from './delivery-context.js';
import { Lanes } from './lanes.js';
import { unattemptedResult } from './results.js';

/**
 * Delivers rows with calls of their own, side by side; those of one user one after another. The first
 * goes alone, so that wrong credentials cost one row.
 */
export async function deliverSingly(
  rows: AsyncIterable<ComparedRow>,
  run: DeliveryContext,
): Promise<void> {
  const lanes = new Lanes(run.concurrency);
  let first = true;
  try {
    for await (const row of rows) {
      await lanes.start(row.mapped.identities, () => take(row, run));
      if (first) await lanes.drain();
      first = false;
    }
  } finally {
    await lanes.drain();
  }
}

async function take(row: ComparedRow, run: DeliveryContext): Promise<void> {
  const stopped = run.stopped();
  if (stopped) return leave(row, run);
  const { identifier, row: place } = row.mapped;
  run.emit({ type: 'row-started', row: place, ...(identifier !== undefined && { identifier }) });
  const delivered = await deliverRow(row, run);
  judge(delivered, run);
  await run.settle(row, delivered.user, delivered.event);
}

/** Settles a row whose turn came too late. */
export function leave(row: ComparedRow, run: DeliveryContext): Promise<void> {
  const why = `the run stopped before: ${run.stopped()?.detail ?? 'interrupted'}`;
  return run.settle(row, unattemptedResult(row, 'user', why), unattemptedResult(row, 'event', why));
}

/** Stops the run where what happened to a row will happen to all others too. */
function judge({ user, event, errors }: DeliveredRow, run: DeliveryContext): void {
  const authentication = errors.find(isAuthenticationFailure);
  if (authentication) run.stop('authentication', authentication.message, authentication);
  const answered = [user, event].some(({ status }) => status === 'delivered');
  if (errors.length > 0 && !answered && errors.every(isOutage)) run.circuit.unanswered();
  else run.circuit.answered();
  if (run.circuit.open) {
    const rows = String(run.circuit.threshold);
    run.stop('unreachable', `Iterable gave no answer for ${rows} rows one after another`);
  }
}
