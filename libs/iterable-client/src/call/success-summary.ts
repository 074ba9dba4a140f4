import { isRecord } from '../reply/is-record.js';

/** A good reply in a few words, for logs. */
export function successSummary(reply: unknown): string {
  if (!isRecord(reply)) return 'OK';
  const { code, successCount, failCount } = reply;
  if (typeof successCount === 'number' && typeof failCount === 'number') {
    return `${successCount} succeeded, ${failCount} failed`;
  }
  return typeof code === 'string' ? code : 'OK';
}
