import type { SyncPlan } from '@org/sync';
import type { Narrator } from '../run/narrator.js';
import { counted } from '../screen/counted.js';
import { shortTime } from '../screen/short-time.js';
import type { Session } from '../session/session.js';
import { countTable } from './count-table.js';
import { dueRecords, type Planned } from './planned.js';
import { refusals } from './refusals.js';

/** Changed fields that are told without `--verbose`. */
const SHOWN_FIELDS = 20;

type Place = Pick<Session, 'narrator' | 'verbose'>;

/** Tells a plan. */
export function tellPlan(planned: Planned, place: Place): void {
  const { narrator } = place;
  const { plan, ledgerFound } = planned;
  narrator.heading('INFO', `PLAN of ${plan.sync}`);
  narrator.info(`Records that the query returns: ${plan.counts.rows.toLocaleString('en-US')}`);
  if (!ledgerFound) narrator.info('There is no ledger yet, so that every record is new.');
  narrator.table('INFO', countTable(planned));
  tellChangedFields(plan, place);
  tellRefused(plan, place);
  tellCalls(plan, narrator);
  if (plan.notices.length > 0) narrator.blank();
  for (const { message } of plan.notices) narrator.warning(`⚠ ${message}`);
  narrator.blank();
  if (plan.stopped) {
    const { reason, detail } = plan.stopped;
    narrator.warning(`✗ A run would end with error[${reason.toUpperCase()}]: ${detail}`);
  }
  narrator.info('This is a plan: nothing was sent, and nothing was written.');
}

function tellChangedFields({ changedFields }: SyncPlan, { narrator, verbose }: Place): void {
  const fields = Object.entries(changedFields);
  if (fields.length === 0) return;
  const shown = verbose ? fields : fields.slice(0, SHOWN_FIELDS);
  narrator.blank();
  narrator.table('INFO', {
    columns: [
      { title: 'Changed field', narrow: 'cut' },
      { title: 'Records', align: 'right' },
    ],
    rows: shown.map(([field, count]) => [field, count.toLocaleString('en-US')]),
    indent: 2,
  });
  const more = fields.length - shown.length;
  if (more > 0) narrator.info(`  and ${counted(more, 'more field')} (--verbose shows them)`);
}

function tellRefused(plan: SyncPlan, { narrator, verbose }: Place): void {
  const { counts, partlyRefused } = plan;
  if (counts.refused + partlyRefused === 0) return;
  const part = partlyRefused > 0 ? `, and of ${counted(partlyRefused, 'other')} one part` : '';
  narrator.heading('WARNING', `${counted(counts.refused, 'record')} can't be sent${part}`);
  for (const { title, table } of refusals(plan, { verbose })) {
    narrator.warning(title);
    narrator.table('WARNING', table);
  }
}

function tellCalls(plan: SyncPlan, narrator: Narrator): void {
  narrator.blank();
  if (dueRecords(plan) === 0) {
    narrator.info('There is nothing to send.');
    return;
  }
  narrator.info(`Delivery: ${plan.delivery} (${plan.deliveryReason})`);
  narrator.table('INFO', {
    columns: [{ title: 'Calls', align: 'right' }, { title: 'Operation' }, { title: 'Limit' }],
    rows: plan.calls.map(({ calls, operation, callsPerSecond }) => [
      calls.toLocaleString('en-US'),
      operation,
      `${callsPerSecond.toLocaleString('en-US')} a second`,
    ]),
    indent: 2,
  });
  narrator.info(`It takes at least ${shortTime(plan.seconds * 1000)} at these limits.`);
}
