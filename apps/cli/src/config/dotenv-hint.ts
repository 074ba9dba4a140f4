import type { LoadedSettings } from './load-settings.js';

/** Settings without which nothing runs: of each row one is needed. */
const NEEDED = [
  ['DATABASE_URL', 'DB_HOST', 'PGHOST'],
  ['ITERABLE_API_KEY', 'ITERABLE_JWT_SECRET'],
] as const;

/**
 * Why settings may be missing: `.env` is read from the current folder, and many a scheduler starts in
 * another. Nothing where one was read, or where none is missed.
 */
export function dotenvHint(
  { settings, dotenv }: Pick<LoadedSettings, 'settings' | 'dotenv'>,
  cwd: string,
): string | undefined {
  if (dotenv === 'read') return undefined;
  const missed = NEEDED.some((names) => names.every((name) => settings[name] === undefined));
  return missed
    ? `No .env was read: there is none in ${cwd}. Run it where the file is, or name it with --dotenv.`
    : undefined;
}
