const LONGEST = 500;

/** The start of a text on one line, for errors. */
export function bodyExcerpt(text: string, longest: number = LONGEST): string | undefined {
  const line = text
    .slice(0, longest * 2)
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return undefined;
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
