import { nearestName } from './nearest-name.js';
import type { Setting, SettingKey, Settings } from './settings.js';

/** libpq's URI parameters that are understood here. */
const PARAMETERS: Readonly<Record<string, SettingKey>> = {
  host: 'host',
  port: 'port',
  dbname: 'database',
  user: 'user',
  password: 'password',
  sslmode: 'tlsMode',
  sslrootcert: 'caFile',
  application_name: 'applicationName',
  connect_timeout: 'connectTimeoutSeconds',
};

const FORM =
  'is not of the form postgresql://user:password@host:port/database; special characters in user name and password must be percent-encoded';

/**
 * Reads a connection string, called `name` in problems. No part of it appears in them but the names
 * of parameters: where it is malformed, nobody knows which part is the password.
 */
export function settingsOfUrl(
  url: string,
  name: string,
): { readonly settings: Settings; readonly problems: readonly string[] } {
  try {
    const parsed = new URL(url);
    if (!/^postgres(ql)?:$/.test(parsed.protocol) || parsed.hash !== '') throw new Error(FORM);
    const parameters = [...parsed.searchParams];
    const known = parameters.flatMap(([parameter, value]): [SettingKey, Setting][] => {
      const key = PARAMETERS[parameter];
      return key === undefined ? [] : [[key, { value, name: `${parameter} in ${name}` }]];
    });
    const settings = Object.fromEntries([...authorityOf(parsed, name), ...known]);
    return {
      settings: withoutEmpty(settings),
      problems: parameters
        .filter(([parameter]) => PARAMETERS[parameter] === undefined)
        .map(([parameter]) => unsupported(parameter, name)),
    };
  } catch {
    // What `new URL` and `decodeURIComponent` throw holds the text, so it goes no further.
    return { settings: {}, problems: [`${name} ${FORM}`] };
  }
}

function authorityOf(url: URL, name: string): [SettingKey, Setting][] {
  const parts: [SettingKey, string][] = [
    ['host', decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1')],
    ['port', url.port],
    ['database', decodeURIComponent(url.pathname.slice(1))],
    ['user', decodeURIComponent(url.username)],
    ['password', decodeURIComponent(url.password)],
  ];
  return parts.map(([key, value]) => [key, { value, name: `the ${key} in ${name}` }]);
}

function withoutEmpty(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, { value }]) => value !== ''));
}

function unsupported(parameter: string, name: string): string {
  const near = nearestName(parameter, Object.keys(PARAMETERS));
  const help = near === undefined ? 'Remove it.' : `Did you mean "${near}"?`;
  return `The parameter "${parameter}" in ${name} is not supported. ${help}`;
}
