import { sql } from 'kysely';
import { checkInteger, checkKeys, checkText } from '../options/checks.js';
import { defineQuery } from '../query/define-query.js';
import type { Query } from '../query/query.js';
import type { QuerySource } from '../query/query-source.js';
import type { Timestamp } from '../types/timestamp.js';
import type { EngagementSchema } from './engagement-schema.js';
import type { ProUserEngagement } from './pro-user-engagement.js';

/** Which users, and how recent. */
export interface EngagementOptions {
  /**
   * The plan, compared exactly with `users.plan_type`.
   * @default 'pro'
   */
  readonly plan?: string;
  /**
   * How far back from the start of the snapshot an event counts, in days of 24 hours; 1 to 36500.
   * @default 7
   */
  readonly days?: number;
  /**
   * How many users at most, the first by id; 1 or more.
   * @default all
   */
  readonly limit?: number;
}

const CALLER = 'proUsersWithRecentEngagement';
const A_CENTURY_OF_DAYS = 36_500;

/**
 * The members come first, in their order, and each finds the newest event through the index: rows
 * flow from the start, and nothing is sorted after the join. The casts hold the row type whatever
 * the columns' real types are: an `int4` key arrives as a bigint too, `citext` as text, and a
 * `timestamp` is taken as UTC.
 */
const engagement = defineQuery({
  name: 'pro-users-with-recent-engagement',
  build: (
    db: QuerySource<EngagementSchema>,
    plan: string,
    days: number,
    limit: number | undefined,
  ) =>
    db
      .selectFrom((from) =>
        from
          .selectFrom('users')
          .select(['id', 'email', 'first_name', 'last_name', 'plan_type', 'candidate'])
          .where('plan_type', '=', plan)
          .orderBy('id')
          .as('member'),
      )
      .innerJoinLateral(
        (from) =>
          from
            .selectFrom('page_events')
            .select(['page', 'device', 'browser', 'location', 'event_time'])
            .whereRef('page_events.user_id', '=', 'member.id')
            .where('event_time', '>=', sql<Date>`now() - make_interval(days => ${days})`)
            .where('event_time', '<=', sql<Date>`now()`)
            .orderBy('event_time', 'desc')
            .orderBy('page_events.id', 'desc')
            .limit(1)
            .as('newest'),
        (join) => join.onTrue(),
      )
      .orderBy('member.id')
      .$if(limit !== undefined, (all) => all.limit(limit ?? null))
      .select((row) => [
        row.cast<bigint>('member.id', 'int8').as('id'),
        row.cast<string>('member.email', 'text').as('email'),
        row.cast<string | null>('member.first_name', 'text').as('first_name'),
        row.cast<string | null>('member.last_name', 'text').as('last_name'),
        row.cast<string>('member.plan_type', 'text').as('plan_type'),
        row.cast<string | null>('member.candidate', 'text').as('candidate'),
        row.cast<string | null>('newest.page', 'text').as('page'),
        row.cast<string | null>('newest.device', 'text').as('device'),
        row.cast<string | null>('newest.browser', 'text').as('browser'),
        row.cast<string | null>('newest.location', 'text').as('location'),
        row.cast<Timestamp>('newest.event_time', 'timestamptz').as('event_time'),
      ]),
});

/**
 * The users of a plan, each with the newest page event of the last `days` days, ordered by user id.
 *
 * A user without such an event is not among them; an event dated after the snapshot's start does
 * not count yet. Of several events at the same microsecond, the one with the greatest id is taken.
 * The tables are those of `engagementSchemaSql` in `@org/db-query/engagement`, which has the index
 * that makes this fast.
 *
 * @throws TypeError where an option is unknown or out of range
 * @example
 * const query = proUsersWithRecentEngagement({ plan: 'pro', days: 30 });
 * for await (const user of snapshot.stream(query)) console.log(user.email, user.event_time);
 */
export function proUsersWithRecentEngagement(
  options: EngagementOptions = {},
): Query<ProUserEngagement> {
  checkKeys(CALLER, options, ['plan', 'days', 'limit']);
  const { plan = 'pro', days = 7, limit } = options;
  return engagement(
    checkText(CALLER, 'plan', plan),
    checkInteger(CALLER, 'days', days, { min: 1, max: A_CENTURY_OF_DAYS }),
    limit === undefined
      ? undefined
      : checkInteger(CALLER, 'limit', limit, { min: 1, max: Number.MAX_SAFE_INTEGER }),
  );
}
