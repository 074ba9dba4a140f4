import { failed, ok, type Finding } from '../finding.js';

/** Whether Node.js is new enough: `needed` is the range of the manifest, such as `>=22.20`. */
export function nodeVersion(version: string, needed: string): Finding {
  const least = needed.replace('>=', '');
  if (compare(version, least) >= 0) return ok(version, { details: [`needed: ${least} or newer`] });
  return failed(
    `${version} is too old: ${least} is needed`,
    'install a current release of Node.js',
  );
}

function compare(one: string, other: string): number {
  const parts = other.split('.').map(Number);
  const differences = one.split('.').map((part, place) => Number(part) - (parts[place] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
