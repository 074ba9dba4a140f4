import { readFileSync } from 'node:fs';
import type { Setting, Settings } from './settings.js';
import { TLS_MODES, type TlsOptions } from './tls-options.js';

type Mode = TlsOptions['mode'];

/** What people write besides libpq's names. */
const MODE_WORDS: Readonly<Record<string, Mode>> = { true: 'require', false: 'disable' };

/** Reads mode and CA file, and adds to `problems` what doesn't hold. */
export function tlsOfSettings(settings: Settings, problems: string[]): TlsOptions | undefined {
  const { tlsMode, caFile } = settings;
  const problem = tlsMode === undefined ? undefined : misfit(tlsMode, caFile);
  if (problem !== undefined) problems.push(problem);
  if (tlsMode === undefined && caFile !== undefined) {
    problems.push(`${caFile.name} is set without a TLS mode: add sslmode or DB_SSL, verify-full`);
  }
  const mode = tlsMode && modeOf(tlsMode.value);
  if (mode === undefined || problem !== undefined) return undefined;
  if (mode === 'disable') return { mode };
  const ca = caFile === undefined || isSystem(caFile) ? undefined : readCa(caFile, problems);
  if (mode === 'verify-ca') return { mode, ca: ca ?? '' };
  return ca === undefined ? { mode } : { mode, ca };
}

/** Why mode and CA file don't go together, if they don't. */
function misfit(tlsMode: Setting, caFile: Setting | undefined): string | undefined {
  const { name, value } = tlsMode;
  const mode = modeOf(value);
  if (mode === undefined) {
    const why = /^(allow|prefer)$/i.test(value) ? ': it may go on in clear without a word' : '';
    return `${name} must be one of ${TLS_MODES.join(', ')}, not "${value}"${why}`;
  }
  if (mode === 'disable' && caFile !== undefined)
    return `${caFile.name} needs TLS, and ${name} is "${value}"`;
  if (mode === 'verify-ca' && caFile === undefined) {
    return `${name} verify-ca needs a CA file: set sslrootcert in the URL, or DB_SSL_CA_FILE`;
  }
  if (caFile !== undefined && isSystem(caFile) && mode !== 'verify-full') {
    return `${caFile.name} "system" needs verify-full, and ${name} is "${value}"`;
  }
  return undefined;
}

function modeOf(value: string): Mode | undefined {
  const word = value.toLowerCase();
  return TLS_MODES.find((mode) => mode === word) ?? MODE_WORDS[word];
}

/** libpq's word for the authorities that the system trusts; here, those that Node trusts. */
function isSystem(caFile: Setting): boolean {
  return caFile.value === 'system';
}

function readCa({ name, value }: Setting, problems: string[]): string | undefined {
  try {
    const content = readFileSync(value, 'utf8');
    if (content.includes('-----BEGIN CERTIFICATE-----')) return content;
    problems.push(`${name}: "${value}" holds no PEM certificate`);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    problems.push(`${name}: cannot read "${value}" (${reason})`);
  }
  return undefined;
}
