import type { DataFields } from './data-fields.js';
import type { Identified } from './identified.js';
import type { Int64 } from './int64.js';

/** Body of `POST /api/events/track`, and an event in `events/trackBulk`. */
export type EventTrackRequest = Identified & {
  readonly eventName: string;
  /**
   * Letters, digits and hyphens, at most 512; unique in the project. An event with a known id is
   * updated, so a repeat has no further effect (support.iterable.com 206430615).
   * @default a UUID, made once per call and kept over all its attempts
   */
  readonly id?: string | undefined;
  /**
   * When it happened: a `Date`, or whole seconds since 1970. A number that looks like milliseconds
   * is refused.
   * @default the time Iterable receives the event
   */
  readonly createdAt?: Date | number | undefined;
  readonly dataFields?: DataFields | undefined;
  readonly campaignId?: Int64 | undefined;
  readonly templateId?: Int64 | undefined;
  /**
   * Create event fields that the project does not know.
   * @default the project's setting
   */
  readonly createNewFields?: boolean | undefined;
};
