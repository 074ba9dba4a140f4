import type { FaultReply, FaultScript } from '@org/iterable-sandbox';
import { emailOf } from './people.ts';
import type { Random } from './random.ts';

export type Delivery = 'single' | 'bulk';

const OPERATIONS = {
  single: ['users/update', 'events/track', '*'],
  bulk: ['users/bulkUpdate', 'events/trackBulk'],
} as const satisfies Record<Delivery, readonly FaultScript['operation'][]>;

type MakeReply = (random: Random) => FaultReply;

/** What can go wrong with a request. Waits are short, so that many seeds fit into an hour. */
const REPLIES: readonly MakeReply[] = [
  () => ({ status: 429, headers: { 'retry-after': '1' } }),
  () => ({ status: 429 }),
  (random) => ({ status: random.pick([500, 502, 503, 504]) }),
  (random) => ({ status: random.pick([400, 413]) }),
  () => ({ reset: 'before' }),
  () => ({ reset: 'after' }),
  (random) => ({ html: true, status: random.pick([200, 502]) }),
  () => ({ truncate: true }),
  (random) => ({ delayMs: random.int(20, 1500) }),
  (random) => ({ bodyDelayMs: random.int(20, 1500) }),
];

/** What can only go wrong with a reply that counts records. */
const COUNTED_REPLIES: readonly MakeReply[] = [
  () => ({ wrongCounts: true }),
  () => ({ wrongCounts: { successCount: 0, failCount: 0 } }),
  (random) => ({ wrongCounts: { failCount: random.int(1, 9) } }),
];

/** Attempts of a call: as many faults in a row make it fail. */
const ATTEMPTS = 3;

/**
 * Faults for one run: a few that strike at once, all attempts about one user, a storm of one kind,
 * or now and then one.
 */
export function makeFaults(random: Random, delivery: Delivery, rows: number): FaultScript[] {
  return Array.from({ length: random.int(0, 2) }, () => makeScript(random, delivery, rows));
}

function makeScript(random: Random, delivery: Delivery, rows: number): FaultScript {
  const operation = random.pick<FaultScript['operation']>(OPERATIONS[delivery]);
  const kinds = delivery === 'bulk' ? [...REPLIES, ...COUNTED_REPLIES] : REPLIES;
  const most = delivery === 'bulk' ? 8 : 2 * rows;
  switch (random.int(1, 4)) {
    case 1:
      return {
        operation,
        replies: Array.from({ length: random.int(1, 3) }, () => random.pick(kinds)(random)),
      };
    case 2: {
      const reply = random.pick(kinds)(random);
      return { operation, replies: Array.from({ length: random.int(1, most) }, () => reply) };
    }
    case 3: {
      const reply = random.pick(kinds)(random);
      const subject = { email: emailOf(random.int(1, rows)) };
      return { operation, subject, replies: Array.from({ length: ATTEMPTS }, () => reply) };
    }
    default:
      return {
        operation,
        replies: Array.from({ length: random.int(1, 4) }, () => random.pick(kinds)(random)),
        probability: random.pick([0.02, 0.1, 0.5]),
        seed: random.int(1, 1_000_000),
        times: random.int(1, most),
      };
  }
}
