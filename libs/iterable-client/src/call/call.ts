import type { CallEffect } from '../errors/iterable-error.js';
import type { Operation } from '../operations/operation.js';
import type { CallOptions } from '../types/call-options.js';
import { CALL_OPTIONS, beginCall } from './begin-call.js';
import type { CallContext } from './call-context.js';
import type { CallInput } from './call-input.js';
import { type PreparedCall, prepareCall } from './prepare-call.js';
import { successSummary } from './success-summary.js';

export { CALL_OPTIONS };

/** How a call ended, and what the attempts before its last reply may have done at Iterable. */
export type SettledCall =
  | { readonly ok: true; readonly reply: unknown; readonly effect: CallEffect }
  | { readonly ok: false; readonly error: unknown; readonly effect: CallEffect };

/** Makes a call of an operation: checks, attempts, figures and hooks. */
export async function call(
  context: CallContext,
  operation: Operation,
  input: CallInput,
  options: CallOptions = {},
): Promise<unknown> {
  const { baseUrl } = context.options;
  const prepare = (): PreparedCall => prepareCall(baseUrl, operation, input);
  const settled = await settledCall(context, operation, prepare, options);
  if (!settled.ok) throw settled.error;
  return settled.reply;
}

/**
 * Makes a call that somebody else prepares, with a body that is text already. Only misuse of the
 * options is thrown.
 */
export async function settledCall(
  context: CallContext,
  operation: Operation,
  prepare: () => PreparedCall,
  options: CallOptions,
): Promise<SettledCall> {
  const begun = beginCall(context, operation, options);
  try {
    const reply = await begun.run(prepare());
    begun.succeeded(successSummary(reply));
    return { ok: true, reply, effect: begun.effect };
  } catch (error) {
    begun.failed(error);
    return { ok: false, error, effect: begun.effect };
  }
}
