import { adviceFor } from '../run/advice.js';
import { counted } from '../screen/counted.js';
import { showList, type ListItem } from '../screen/show-list.js';
import type { View } from '../session/view.js';
import type { FailedPart, FailedRecord } from './failed-record.js';
import type { FailureList } from './failure-list.js';

/** Reasons that are told one by one. */
const SHOWN_REASONS = 10;

/** What a part of a record is called. */
const PARTS = { user: 'profile', event: 'event' } as const;

/** Tells failures: by reason with what can be done, and then the records. */
export async function tellFailures(
  list: FailureList,
  { screen, verbose }: Pick<View, 'screen' | 'verbose'>,
): Promise<void> {
  const shown: FailedRecord[] = [];
  for await (const record of list) shown.push(record);
  if (list.tally.records > 0) {
    tellReasons(list, screen);
    const several = new Set(shown.map(({ sync }) => sync)).size > 1;
    screen.line('INFO', '');
    showList(screen, 'INFO', {
      items: shown.flatMap((record) => recordItems(record, { several, verbose })),
    });
  }
  for (const line of leftOut(list)) screen.line('INFO', line);
}

/** What there is besides the records that were told. */
export function leftOut({ omitted, left }: FailureList): string[] {
  return [
    ...(omitted > 0
      ? [`and ${counted(omitted, 'more record')} (--limit shows more, --csv writes all)`]
      : []),
    ...(left > 0
      ? [`${counted(left, 'record')} left the query since (--gone lists them, too)`]
      : []),
  ];
}

function tellReasons({ tally }: FailureList, screen: View['screen']): void {
  const reasons = tally.sorted();
  screen.line('INFO', `${counted(tally.records, 'record')} not wholly delivered`, 'strong');
  for (const { code, count, text, first } of reasons.slice(0, SHOWN_REASONS)) {
    screen.line('INFO', `✗ ${count.toLocaleString('en-US')} × ${code}`);
    screen.table('INFO', {
      columns: [{}, { narrow: 'wrap' }],
      indent: 2,
      rows: [
        ['Reason', text],
        ['First', [`key ${first.key}`, identityText(first)].filter(Boolean).join(', ')],
        ['Advice', adviceFor({ code })],
      ],
    });
  }
  const more = reasons.length - SHOWN_REASONS;
  if (more > 0) screen.line('INFO', `✗ ${counted(more, 'more code')}`);
}

function recordItems(
  record: FailedRecord,
  { several, verbose }: { readonly several: boolean; readonly verbose: boolean },
): ListItem[] {
  return record.parts.map((part) => ({
    head: `key ${record.key}`,
    texts: [
      ...(several ? [record.sync] : []),
      identityText(record),
      PARTS[part.part],
      { text: part.code, look: 'bad' },
      factsText(record, part),
      ...(verbose ? [part.reason] : []),
    ],
  }));
}

function factsText({ outcome, run, gone }: FailedRecord, part: FailedPart): string {
  return [
    outcome,
    counted(part.attempts, 'attempt'),
    part.retryable ? 'retryable' : 'not retryable',
    ...(part.mayHaveArrived ? ['may have arrived'] : []),
    `run ${String(run)}`,
    ...(gone ? ['left the query'] : []),
  ].join(', ');
}

function identityText({ identity }: FailedRecord): string {
  const [identifier = ''] = Object.values(identity ?? {});
  return identifier;
}
