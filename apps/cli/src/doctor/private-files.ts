import { resolve } from 'node:path';
import type { PrivateFiles } from './checks/file-rights.js';
import type { SettingParts } from './read-parts.js';

/** The files with secrets or personal data that this configuration has. */
export function privateFiles(
  { general, loaded: { origins } }: Pick<SettingParts, 'general' | 'loaded'>,
  cwd: string,
): PrivateFiles {
  const { log, ledgerUrl, outputDir } = general;
  const dotenv = Object.values(origins).flatMap((origin) =>
    origin.from === 'dotenv' ? [resolve(cwd, origin.name)] : [],
  );
  const [, ledger] = /^sqlite:(.+)$/.exec(ledgerUrl) ?? [];
  const files = [resolve(cwd, '.env'), ...dotenv, log.file, ...(ledger ? [ledger] : [])];
  return { files: [...new Set(files)], outputDir, cwd };
}
