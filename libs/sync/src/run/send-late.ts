import { deliverSingly } from '../deliver/deliver-singly.js';
import { sendEvents } from '../deliver/deliver-in-bulk.js';
import type { DeliveryContext } from '../deliver/delivery-context.js';
import type { DeliveryMode } from '../sync-event.js';
import type { LateEvents, LateRow } from './late-events.js';
import type { ResolvedRunOptions } from './run-options.js';

/** Sends the events once more whose users Iterable did not know yet, when it should. */
export async function sendLate<Row>(
  late: LateEvents,
  mode: DeliveryMode | undefined,
  { sleep, stop }: ResolvedRunOptions<Row>,
  run: DeliveryContext,
): Promise<void> {
  if (late.size > 0 && !run.stopped()) {
    const { size: rows, delayMs } = late;
    run.emit({ type: 'waiting', rows, delayMs });
    const ended = stop ? AbortSignal.any([stop, run.signal]) : run.signal;
    await sleep(delayMs, ended).catch(() => undefined);
  }
  const rows = late.take();
  if (run.stopped()) {
    for (const { row, user, event } of rows) await run.settle(row, user, event);
  } else if (mode === 'bulk') {
    await sendEvents(inOrder(rows), run);
  } else {
    await sendSingly(rows, run);
  }
}

async function sendSingly(rows: readonly LateRow[], run: DeliveryContext): Promise<void> {
  const late = new Map(rows.map((each) => [each.row.mapped.row, each]));
  const eventsOnly = rows.map(({ row }) => ({ ...row, send: { user: false, event: true } }));
  await deliverSingly(inOrder(eventsOnly), {
    ...run,
    settle: (sent, user, event) => {
      const { row, user: before } = late.get(sent.mapped.row) ?? { row: sent, user };
      return run.settle(row, before, event);
    },
  });
}

async function* inOrder<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}
