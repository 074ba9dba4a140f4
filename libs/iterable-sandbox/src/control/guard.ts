import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { envelope, type Reply } from '../http/reply.js';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether an address is one of this machine alone. */
function isLoopback(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/^::ffff:(?=\d)/i, '');
  const version = isIP(plain);
  return version !== 0 && LOOPBACK.check(plain, version === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Keeps web pages and other machines from steering a sandbox. A page of another site can make a
 * browser send requests to loopback addresses, and a name of its own can be made to lead there:
 * `Origin`, `Sec-Fetch-Site` and `Host` tell.
 *
 * @returns the reply that refuses the request, or nothing.
 */
export function guard({ headers, method, socket }: IncomingMessage): Reply | undefined {
  const writes = method !== 'GET';
  const { host = '', origin } = headers;
  const hostName = host.replace(/:\d+$/, '');
  const local = isLoopback(socket.localAddress ?? '');
  if (local && hostName !== 'localhost' && !isLoopback(hostName)) {
    return forbidden('Host must be localhost or a loopback address');
  }
  if (!writes) return undefined;
  if (!isLoopback(socket.remoteAddress ?? '')) {
    return forbidden('only this machine may steer the sandbox');
  }
  const site = headers['sec-fetch-site'] ?? 'none';
  if (
    (origin !== undefined && origin !== `http://${host}`) ||
    !['none', 'same-origin'].includes(String(site))
  ) {
    return forbidden('no page of another site may steer the sandbox');
  }
  const type = /^[^;\s]*/.exec(headers['content-type'] ?? '')?.[0].toLowerCase();
  return method === 'DELETE' || type === 'application/json'
    ? undefined
    : envelope(415, 'BadParams', 'Content-Type must be application/json');
}

function forbidden(why: string): Reply {
  return envelope(403, 'Forbidden', `Refused: ${why}`);
}
