import { BlockList, isIP } from 'node:net';
import { ok, warning, type Finding } from '../finding.js';
import type { SessionFacts } from '../session-facts.js';

/** Whether others could read what the database sends. */
export function encryption(host: string, { tls }: SessionFacts): Finding {
  if (tls !== undefined) return ok(tls);
  if (isThisMachine(host)) return ok('none, and none is needed: the server is on this machine');
  return warning(
    `none: rows and password cross the network to ${host} as they are`,
    'set DB_SSL=verify-full, or sslmode=verify-full in DATABASE_URL',
  );
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether a host is this machine; the folder of a Unix socket is. */
function isThisMachine(host: string): boolean {
  if (host.startsWith('/') || host === 'localhost' || host.endsWith('.localhost')) return true;
  const family = isIP(host);
  return family !== 0 && loopback.check(host, family === 6 ? 'ipv6' : 'ipv4');
}
