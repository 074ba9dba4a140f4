import { resolve } from 'node:path';
import { LEVELS } from '../screen/levels.js';
import type { ConfigOf } from './config.js';
import type { Settings } from './load-settings.js';
import { SettingReader } from './read-setting.js';
import { secretsIn } from './secrets-in.js';

/** What each command needs of the configuration; no library has to be loaded to check it. */
export function commonConfig(cwd: string, settings: Settings, problems: string[]): ConfigOf<never> {
  const reader = new SettingReader(settings, problems);
  return {
    log: {
      level: reader.oneOf('LOG_LEVEL', LEVELS),
      file: resolve(cwd, reader.text('LOG_FILE')),
      format: reader.oneOf('LOG_FORMAT', ['text', 'json']),
      redact: reader.oneOf('LOG_REDACT', ['true', 'false']) === 'true',
    },
    outputDir: resolve(cwd, reader.text('OUTPUT_DIR')),
    ledgerUrl: ledgerUrl(cwd, reader, problems),
    secrets: secretsIn(settings),
  };
}

/** The path of a SQLite file counts from the folder that the command was called in. */
function ledgerUrl(cwd: string, reader: SettingReader, problems: string[]): string {
  const url = reader.text('LEDGER_URL');
  if (/^postgres(ql)?:\/\//.test(url)) return url;
  const [, path] = /^sqlite:(.+)$/.exec(url) ?? [];
  // The value may hold a password.
  if (path === undefined) problems.push('LEDGER_URL must be sqlite:PATH or postgres://…');
  return path === undefined || path === ':memory:' ? url : `sqlite:${resolve(cwd, path)}`;
}
