import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the licences of the packages that a bundle holds, as most of them ask for. */
export function writeNotices(metafile, file) {
  const folders = new Set(
    Object.keys(metafile.inputs).flatMap(
      (input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? [],
    ),
  );
  const notices = [...folders].sort().map(noticeOf);
  writeFileSync(file, notices.join(`\n${'-'.repeat(80)}\n\n`));
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file && !license) throw new Error(`${name}@${version} comes without a licence`);
  const text =
    file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `${name} ${version} (${license ?? 'see below'})\n\n${text}\n`;
}
