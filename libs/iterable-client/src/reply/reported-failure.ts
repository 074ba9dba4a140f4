import { isRecord } from './is-record.js';

const DISALLOWED = /\bdisallowed from tracking\b/i;

/**
 * Whether a reply with a good status reports a failure in its body. `event-disallowed`: Iterable
 * takes an event whose name the project blocks, answers `Success`, and stores nothing.
 */
export function reportedFailure(json: unknown): 'api-error' | 'event-disallowed' | undefined {
  if (!isRecord(json)) return undefined;
  const { code, msg, error, message } = json;
  if (typeof msg === 'string' && DISALLOWED.test(msg)) return 'event-disallowed';
  if (typeof code === 'string' && typeof msg === 'string') {
    return code === 'Success' ? undefined : 'api-error';
  }
  return typeof error === 'string' && typeof message === 'string' ? 'api-error' : undefined;
}
