/** Takes what must not be told out of a text. */
export type Redact = (text: string) => string;

/** Shorter ones would tear holes into ordinary words. */
const SHORTEST = 4;

/** A function that replaces each of the given texts by the mask. */
export function redactor(texts: readonly string[], mask: string): Redact {
  const found = [...new Set(texts)].filter((text) => text.length >= SHORTEST);
  const longestFirst = found.sort((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((clean, each) => clean.replaceAll(each, mask), text);
}
