import type { ConnectionOptions } from 'node:tls';
import type { ServerAddress } from '../errors/server-address.js';
import { checkBoolean, checkInteger, checkKeys, checkText, kindOf } from './checks.js';
import type { ConnectionParts, DatabaseOptions, PoolOptions } from './database-options.js';
import { DEFAULTS, defaultTlsMode } from './defaults.js';
import { optionsOfSettings } from './options-of-settings.js';
import { settingsOfUrl } from './settings-of-url.js';
import { resolveTls } from './resolve-tls.js';

/** Options with all defaults filled in. */
export interface ResolvedOptions {
  readonly server: ServerAddress;
  /** Asked for at each new connection; empty where there is no password. */
  readonly password: () => string | Promise<string>;
  readonly ssl: false | ConnectionOptions;
  readonly maxConnections: number;
  readonly connectTimeoutMs: number;
  readonly startupTimeoutMs: number;
  readonly retryRefused: boolean;
  /** Undefined: whatever the server has. */
  readonly statementTimeoutMs: number | undefined;
  readonly idleTimeoutMs: number;
  readonly applicationName: string;
}

const CALLER = 'openDatabase';
const PARTS = ['host', 'port', 'database', 'user', 'password', 'tls'] as const;
const POOL = [
  'maxConnections',
  'connectTimeoutMs',
  'startupTimeoutMs',
  'retryRefused',
  'statementTimeoutMs',
  'idleTimeoutMs',
  'applicationName',
] as const;
/** PostgreSQL keeps time limits in an int4. */
const MAX_MS = 2_147_483_647;

/** @throws TypeError naming the option, and never the value of a secret */
export function resolveOptions(options: DatabaseOptions): ResolvedOptions {
  checkKeys(CALLER, options, ['url', ...PARTS, ...POOL]);
  const {
    host,
    port = DEFAULTS.port,
    database,
    user,
    password,
    tls,
    ...fromUrl
  } = partsOf(options);
  const pool: PoolOptions = { ...fromUrl, ...definedOf(options) };
  const integer = (name: (typeof POOL)[number], fallback: number, min: number): number =>
    checkInteger(CALLER, name, pool[name] ?? fallback, { min, max: MAX_MS });
  const server = Object.freeze({
    host: checkText(CALLER, 'host', host),
    port: checkInteger(CALLER, 'port', port, { min: 1, max: 65_535 }),
    database: checkText(CALLER, 'database', database),
    user: checkText(CALLER, 'user', user),
  });
  return Object.freeze({
    server,
    password: resolvePassword(password),
    ssl: resolveTls(tls ?? { mode: defaultTlsMode(server.host) }),
    maxConnections: integer('maxConnections', 2, 1),
    connectTimeoutMs: integer('connectTimeoutMs', DEFAULTS.connectTimeoutMs, 1),
    startupTimeoutMs: integer('startupTimeoutMs', 30_000, 0),
    retryRefused: checkBoolean(CALLER, 'retryRefused', pool.retryRefused ?? false),
    statementTimeoutMs:
      pool.statementTimeoutMs === undefined ? undefined : integer('statementTimeoutMs', 0, 0),
    idleTimeoutMs: integer('idleTimeoutMs', 10_000, 1),
    applicationName: checkText(
      CALLER,
      'applicationName',
      pool.applicationName ?? DEFAULTS.applicationName,
    ),
  });
}

function partsOf(options: DatabaseOptions): ConnectionParts & PoolOptions {
  if (options.url === undefined) return options;
  const twice = PARTS.filter((name) => options[name] !== undefined);
  if (twice.length > 0) {
    throw new TypeError(`${CALLER}: url says what ${twice.join(', ')} say too: give one of them`);
  }
  const { settings, problems } = settingsOfUrl(checkText(CALLER, 'url', options.url), 'url');
  const result = optionsOfSettings(settings);
  const all = problems.length > 0 ? problems : result.problems;
  if (result.options === undefined || all.length > 0) {
    throw new TypeError(`${CALLER}: ${all.join('; ')}`);
  }
  return result.options;
}

/** An option that is there and undefined is not given. */
function definedOf(options: PoolOptions): PoolOptions {
  return Object.fromEntries(
    POOL.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]),
  );
}

function resolvePassword(password: ConnectionParts['password']): ResolvedOptions['password'] {
  if (typeof password === 'function') return password;
  if (password === undefined || typeof password === 'string') return () => password ?? '';
  throw new TypeError(
    `${CALLER}: password must be a string or a function, not ${kindOf(password)}`,
  );
}
