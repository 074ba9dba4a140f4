/** What differs from run to run, and what stands in its place. */
const MASKS: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?/g, 'DATE TIME'],
  [/\d{8}_\d{6}/g, 'YYYYMMDD_HHMMSS'],
  [/\btest_[0-9a-f]{16}\b/g, 'DATABASE'],
  [/(?<=DATABASE, as |user "|\brole )\w+/g, 'ROLE'],
  // A slow machine tells more often how far it is.
  [/^\d{1,2} % .*\n/gm, ''],
  [/(?<=127\.0\.0\.1:)\d+/g, 'PORT'],
  [/(?<=PostgreSQL )\d+(\.\d+)*/g, 'VERSION'],
  [/(?<=Node\.js v?)\d+\.\d+(\.\d+)?/g, 'VERSION'],
  [/(?<=iterable-sync )\d+\.\d+\.\d+/g, 'VERSION'],
  [/\b\d+\.\d+\.\d+$/gm, 'VERSION'],
  [/\d+(\.\d)? [GM]B(?= free)/g, 'SPACE'],
  [/\d+(\.\d+)?(?=\/s\b)/g, 'RATE'],
  [/\d+\.\d\ds\b/g, 'TIME'],
  // In tables the column stays as wide as it is; in sentences there is nothing to keep.
  [/ {2,}[\d.,]+ (ms|s|min)\b/g, (found) => 'TIME'.padStart(found.length)],
  [/(?<= )\d[\d.,]* (ms|s|min)\b/g, 'TIME'],
];

/** A console text without what differs from run to run, its colours in readable letters. */
export function mask(text: string, folder: string): string {
  const masked = MASKS.reduce(
    (rest, [pattern, mask]) =>
      typeof mask === 'string' ? rest.replaceAll(pattern, mask) : rest.replaceAll(pattern, mask),
    text.replaceAll(folder, 'FOLDER'),
  );
  return masked.replaceAll('\u001b', '␛');
}
