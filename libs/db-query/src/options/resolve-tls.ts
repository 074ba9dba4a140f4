import type { ConnectionOptions } from 'node:tls';
import { checkKeys } from './checks.js';
import { TLS_MODES, type TlsOptions } from './tls-options.js';

/**
 * What Node's TLS needs for a mode. Written out here because pg-connection-string takes `require`
 * and `verify-ca` for `verify-full`, and announces that it won't any more one day.
 *
 * @see https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION
 */
export function resolveTls(tls: TlsOptions): false | ConnectionOptions {
  checkKeys('openDatabase: tls', tls, ['mode', 'ca']);
  const { mode } = tls;
  if (!TLS_MODES.includes(mode)) {
    throw new TypeError(`openDatabase: tls.mode must be one of ${TLS_MODES.join(', ')}`);
  }
  const ca: unknown = 'ca' in tls ? tls.ca : undefined;
  if (ca !== undefined && (typeof ca !== 'string' || !ca.includes('-----BEGIN CERTIFICATE-----'))) {
    throw new TypeError('openDatabase: tls.ca must be the text of PEM certificates');
  }
  switch (mode) {
    case 'disable':
      if (ca !== undefined) throw new TypeError('openDatabase: tls.ca is of no use with disable');
      return false;
    case 'require':
      return ca === undefined ? { rejectUnauthorized: false } : anyHost(ca);
    case 'verify-ca':
      if (ca === undefined) throw new TypeError('openDatabase: tls.mode verify-ca needs tls.ca');
      return anyHost(ca);
    case 'verify-full':
      return ca === undefined ? { rejectUnauthorized: true } : { rejectUnauthorized: true, ca };
  }
}

function anyHost(ca: string): ConnectionOptions {
  return { rejectUnauthorized: true, ca, checkServerIdentity: () => undefined };
}
