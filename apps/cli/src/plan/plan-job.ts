import { planSync } from '@org/sync';
import { openLedger } from '@org/sync/ledger';
import { EXIT, type ExitCode } from '../exit-code.js';
import { hideNotice } from '../log/hide-notice.js';
import { ownWords } from '../log/own-words.js';
import { redactor } from '../log/redactor.js';
import { omit } from '../project/omit.js';
import { findLedger } from '../run/find-ledger.js';
import type { Job } from '../run/job.js';
import { openClient } from '../run/open-client.js';
import { openSource } from '../run/open-source.js';
import { requireDelivery } from '../run/require-delivery.js';
import type { RunContext } from '../run/run-job.js';
import type { Sending } from '../run/sending.js';
import { planJson } from './plan-json.js';
import type { Planned } from './planned.js';
import { tellPlan } from './tell-plan.js';

/**
 * What a run would do: everything up to the first record, with nothing sent and nothing written, not
 * even a ledger where there is none.
 *
 * @throws what would keep the run from starting
 */
export async function planJob(job: Job, sending: Sending, context: RunContext): Promise<ExitCode> {
  const { config, narrator, interrupt } = context;
  narrator.step('1', 'Loading configuration');
  requireDelivery(sending, config);
  narrator.info('Configuration is valid');
  await using source = await openSource(job, config, context);
  const { client } = openClient(config, context);

  narrator.step('5', 'Comparing records with what was delivered');
  const found = await findLedger(config.ledgerUrl);
  // An empty one is what the first run would begin with.
  await using ledger = found ?? (await openLedger('sqlite::memory:'));
  const { gone = 'report', select = 'changed' } = sending;
  const plan = await planSync({
    sync: source.sync,
    rows: source.rows,
    client,
    ledger,
    ...omit(sending, ['gone', 'limit']),
    signal: interrupt.stop,
  });
  const told = { plan, select, gone, ledgerFound: found !== undefined };
  tellPlan(config.log.redact ? withoutPersonalData(told) : told, context);
  context.result(planJson(told, redactor(config.secrets)));
  return EXIT.ok;
}

/** Without personal data, a record is called by its place alone, and the sync's own code not quoted. */
function withoutPersonalData({ plan, ...told }: Planned): Planned {
  const refused = plan.refused.map((row) => ({ ...omit(row, ['key']), reason: ownWords(row) }));
  return { ...told, plan: { ...plan, refused, notices: plan.notices.map(hideNotice) } };
}
