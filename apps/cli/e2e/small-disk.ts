import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the program is called with so that a file that it writes has room for so many bytes. */
export function smallDisk(bytes: number) {
  const limit = join(mkdtempSync(join(tmpdir(), 'limit-')), 'limit.mjs');
  writeFileSync(
    limit,
    `import { execFileSync } from 'node:child_process';
     // Otherwise the signal ends the process.
     process.on('SIGXFSZ', () => undefined);
     execFileSync('prlimit', ['--pid=' + process.pid, '--fsize=${String(bytes)}:']);`,
  );
  return { env: { PATH: process.env['PATH'] ?? '' }, nodeOptions: ['--import', limit] };
}
