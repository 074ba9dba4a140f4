import { isLocal } from './is-local.js';

/** What a connection is like where nobody says it. */
export const DEFAULTS = {
  port: 5432,
  connectTimeoutMs: 10_000,
  applicationName: 'iterable-sync',
} as const;

/** Nobody listens on the way to this machine. */
export function defaultTlsMode(host: string): 'disable' | 'require' {
  return isLocal(host) ? 'disable' : 'require';
}
