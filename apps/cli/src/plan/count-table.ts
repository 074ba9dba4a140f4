import type { PlanCounts } from '@org/sync';
import type { Look } from '../screen/style.js';
import type { Table } from '../screen/table.js';
import { goneAction, type Planned } from './planned.js';

type Counted = Exclude<keyof PlanCounts, 'rows'> | 'gone';

const LOOKS: Readonly<Record<Counted, Look>> = {
  new: 'good',
  changed: 'warn',
  retry: 'accent',
  repeat: 'accent',
  unchanged: 'faint',
  refused: 'bad',
  skipped: 'faint',
  gone: 'warn',
};

/** Records by what a run does with them; what there is none of is left out. */
export function countTable(planned: Planned): Table {
  const { counts, gone = 0 } = planned.plan;
  const texts = textsFor(planned);
  const rows = (Object.keys(LOOKS) as Counted[]).flatMap((name) => {
    const count = name === 'gone' ? gone : counts[name];
    if (count === 0) return [];
    return [[{ text: count.toLocaleString('en-US'), look: LOOKS[name] }, texts[name]]];
  });
  return { columns: [{ align: 'right' }, { narrow: 'wrap' }], rows, indent: 2 };
}

function textsFor(planned: Planned): Record<Counted, string> {
  const { select, gone } = planned;
  const listId = typeof gone === 'object' && 'unsubscribe' in gone && gone.unsubscribe.listId;
  const handling = {
    report: 'the run says so, and does nothing else',
    ignore: 'the run ignores them',
    event: 'the run tracks an event for each',
    unsubscribe: `the run unsubscribes each from list ${String(listId)}`,
    none: 'a run for those that failed leaves them alone',
  }[goneAction(planned)];
  return {
    new: 'new',
    changed: 'changed since they were sent',
    retry: 'not wholly delivered when they were last sent: sent again',
    repeat: 'delivered as they are: sent again, as all are asked for',
    unchanged: 'unchanged since they were delivered',
    refused: "can't be sent: they fail",
    skipped: select === 'failed' ? 'not asked for, or nothing to send' : 'nothing to send',
    gone: `left the query since they were sent: ${handling}`,
  };
}
