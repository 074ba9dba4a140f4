import { isRecord } from './is-record.js';

const DISALLOWED = /\bdisallowed from tracking\b/i;

/**
 * Whether a reply with a good status reports a failure in its body. `EVENT_DISALLOWED`: Iterable
 * takes an event whose name the project blocks, answers `Success`, and stores nothing.
 */
export function reportedFailure(json: unknown): 'API_ERROR' | 'EVENT_DISALLOWED' | undefined {
  if (!isRecord(json)) return undefined;
  const { code, msg, error, message } = json;
  if (typeof msg === 'string' && DISALLOWED.test(msg)) return 'EVENT_DISALLOWED';
  if (typeof code === 'string' && typeof msg === 'string') {
    return code === 'Success' ? undefined : 'API_ERROR';
  }
  return typeof error === 'string' && typeof message === 'string' ? 'API_ERROR' : undefined;
}
