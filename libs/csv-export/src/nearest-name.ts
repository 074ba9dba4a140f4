/**
 * The known name that differs from `name` by the fewest edits, where it is close enough to be meant.
 * A name without its unit (`lifetime`) is one edit away.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  let nearest: string | undefined;
  let fewest = Math.max(2, Math.ceil(name.length / 2));
  for (const candidate of known) {
    const edits = distance(wanted, candidate.toLowerCase());
    if (edits < fewest) {
      nearest = candidate;
      fewest = edits;
    }
  }
  return nearest;
}

function distance(wanted: string, candidate: string): number {
  const isBeginning = wanted.length > 2 && candidate.startsWith(wanted);
  return isBeginning ? 1 : editDistance(wanted, candidate);
}

/** Levenshtein's distance, one row at a time. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 0; i < from.length; i++) {
    let left = i + 1;
    const next = [left];
    for (let j = 0; j < to.length; j++) {
      const replaced = (row[j] ?? 0) + (from[i] === to[j] ? 0 : 1);
      left = Math.min(replaced, (row[j + 1] ?? 0) + 1, left + 1);
      next.push(left);
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
