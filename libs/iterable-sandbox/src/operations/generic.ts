import { success, type Reply } from '../http/reply.js';
import type { Operation } from '../contract/operation.js';
import { example } from '../contract/example.js';
import type { Handler } from './handler.js';

/** Answers an operation whose work the sandbox does not do: a reply of the documented shape. */
export const generic: Handler = ({ operation }) => exampleReply(operation);

/** The least that the contract allows as the reply of an operation that succeeds. */
function exampleReply({ statuses, reply }: Operation): Reply {
  const status = statuses.find((each) => each < 300) ?? 200;
  if (typeof reply === 'string') return text(reply, '');
  if (reply === undefined && status === 202) return { ...text('text/plain', ''), status };
  const envelope = success();
  const isEnvelope = reply?.type !== 'object' || reply.properties?.['code'] !== undefined;
  return { ...(isEnvelope ? envelope : { body: example(reply) }), status };
}

/** A reply that is no JSON. */
export function text(mediaType: string, body: string): Reply {
  return { status: 200, body, headers: { 'content-type': mediaType } };
}
