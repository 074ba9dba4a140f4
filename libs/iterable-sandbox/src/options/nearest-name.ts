/** The known name that is most like `name`, where one is like it at all. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = pairs(name);
  let best: string | undefined;
  let bestScore = 0.39;
  for (const candidate of known) {
    const theirs = pairs(candidate);
    const shared = wanted.filter((pair) => theirs.includes(pair)).length;
    const score = (2 * shared) / (wanted.length + theirs.length);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** Neighbouring letters: two names that share many of them were meant to be one. */
function pairs(name: string): string[] {
  const letters = ` ${name.toLowerCase()} `;
  return Array.from({ length: letters.length - 1 }, (_, i) => letters.slice(i, i + 2));
}
