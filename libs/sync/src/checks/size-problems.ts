import type { EventPayload, UserPayload } from '../define-sync.js';
import { jsonBytes, jsonBytesAtMost } from './json-bytes.js';
import type { Problem } from './problem.js';

/** The largest body of `users/bulkUpdate`: "4MB", read the narrow way. */
const MOST_BODY_BYTES = 4_000_000;
/** The longest text that stands around a single record in a bulk body. */
const FRAME = '{"users":[],"createNewFields":false}';

/** Bytes that one record may have as JSON, so that it fits into a request that has nothing else. */
export const DEFAULT_MAX_RECORD_BYTES: number = MOST_BODY_BYTES - FRAME.length;

/** Whether the payload, written as the client writes it, is larger than a request may be. */
export function sizeProblems(payload: UserPayload | EventPayload, most: number): Problem[] {
  if (jsonBytesAtMost(payload) <= most) return [];
  const bytes = jsonBytes(withSeconds(payload));
  if (bytes <= most) return [];
  return [
    {
      code: 'TOO_LARGE',
      text: `it has ${String(bytes)} bytes as JSON, and a request has room for ${String(most)}: send fewer or shorter fields`,
    },
  ];
}

/** The time of an event is sent in seconds, unlike the dates among its fields. */
function withSeconds(payload: UserPayload | EventPayload): object {
  if (!('createdAt' in payload) || !(payload.createdAt instanceof Date)) return payload;
  return { ...payload, createdAt: Math.floor(payload.createdAt.getTime() / 1000) };
}
