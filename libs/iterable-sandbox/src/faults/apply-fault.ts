import type { Reply } from '../http/reply.js';
import { BodyStream } from '../http/body-stream.js';
import { isJsonObject, toJson } from '../json.js';
import type { BodyDelayFault, ClockSkewFault, DelayFault, FaultReply } from './fault-reply.js';
import { usualReply } from './usual-reply.js';

/** The connection is to be reset instead of a reply. */
export const RESET = 'reset';

/** A fault that changes what comes back, not when. */
export type PlainFault = Exclude<FaultReply, DelayFault | BodyDelayFault | ClockSkewFault>;

const PAGE =
  '<!DOCTYPE html><html><head><title>Bad Gateway</title></head>' +
  '<body><h1>The server is busy</h1></body></html>';

/** What goes back for a fault; `work` is the usual reply, and is asked only where it is done. */
export async function applyFault(
  fault: PlainFault,
  work: () => Reply | Promise<Reply>,
): Promise<Reply | typeof RESET> {
  if ('html' in fault) {
    return { status: fault.status ?? 200, body: PAGE, headers: { 'content-type': 'text/html' } };
  }
  if ('status' in fault) {
    const usual = usualReply(fault.status);
    const { body = usual.body, headers } = fault;
    return { status: fault.status, body, ...(headers && { headers }) };
  }
  if ('reset' in fault) {
    if (fault.reset === 'after') await work();
    return RESET;
  }
  const reply = await work();
  if ('truncate' in fault) {
    const { body } = reply;
    const text =
      typeof body === 'string' || body instanceof BodyStream ? String(body) : toJson(body);
    return { ...reply, body: text.slice(0, Math.ceil(text.length / 2)) };
  }
  return wrongCounts(reply, fault.wrongCounts);
}

function wrongCounts(
  reply: Reply,
  wrong: true | { readonly successCount?: number; readonly failCount?: number },
): Reply {
  const { body } = reply;
  if (!isJsonObject(body) || typeof body['successCount'] !== 'number') return reply;
  const { successCount } = body;
  const counts =
    wrong === true
      ? { successCount: successCount > 0 ? successCount - 1 : successCount + 1 }
      : wrong;
  return { ...reply, body: { ...body, ...counts } };
}
