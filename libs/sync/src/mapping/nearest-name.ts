/** The known name closest to a misspelt one, or nothing where none is close. */
function nearestName(name: string, known: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  // Half of a short name may be wrong, a third of a long one.
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

/** ` (did you mean "plan_type"?)`, or nothing. */
export function suggestion(name: string, known: Iterable<string>): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? '' : ` (did you mean ${JSON.stringify(nearest)}?)`;
}

/** Levenshtein's distance. */
function editDistance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, place) => place);
  for (const [row, letter] of [...from].entries()) {
    const line = [row + 1];
    for (let place = 1; place <= to.length; place += 1) {
      const change = (above[place - 1] ?? 0) + (letter === to[place - 1] ? 0 : 1);
      line.push(Math.min(change, (above[place] ?? 0) + 1, (line[place - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[to.length] ?? 0;
}
