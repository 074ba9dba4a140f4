import { IterableNetworkError, IterableResponseError } from '@org/iterable-client';
import type { Asked } from '../ask-iterable.js';
import { failed, ok, type Finding } from '../finding.js';

/** What to do about trouble on the way, by the system's code for it. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /^(ENOTFOUND|EAI_)/,
    'look at the network and its name server; at ITERABLE_BASE_URL, if it is set',
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/,
    'Node.js does not trust the certificate: where a proxy stands between, name the file of its authority in NODE_EXTRA_CA_CERTS',
  ],
  [/^ECONNREFUSED/, 'nothing listens there: look at ITERABLE_BASE_URL'],
  [/(?:)/, 'look at the network, the firewall and any proxy between'],
];

/** Whether Iterable is there: any reply that is one of its own will do. */
export function iterable<Value>(asked: Asked<Value>): Finding<Asked<Value>> {
  const { baseUrl, reply, error } = asked;
  if (!reply) {
    const { systemCode = '', cause } = error instanceof IterableNetworkError ? error : {};
    const why = cause instanceof Error ? cause.message : (error?.message ?? 'no reply');
    const advice = ADVICE.find(([code]) => code.test(systemCode))?.[1];
    return failed(`${baseUrl} can't be reached: ${why}`, advice);
  }
  const { status, tookMs } = reply;
  if (status >= 500) {
    return failed(
      `${baseUrl} answers HTTP ${String(status)}`,
      'try again later; if it lasts, look at the status page of Iterable',
    );
  }
  if (status === 404 || error instanceof IterableResponseError) {
    return failed(
      `${baseUrl} answers HTTP ${String(status)}, and not as Iterable does`,
      'look at ITERABLE_BASE_URL, and whether a proxy answers in its place',
    );
  }
  return ok(`${baseUrl} answers`, {
    value: asked,
    details: [`HTTP ${String(status)} after ${String(Math.round(tookMs))} ms`],
  });
}
