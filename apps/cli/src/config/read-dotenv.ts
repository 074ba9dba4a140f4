import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** What a `.env` file says, and what is wrong with it. */
export interface Dotenv {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly problems: readonly string[];
}

const ASSIGNMENT = /^\s*(?:export\s+)?[A-Za-z_]\w*\s*=/;

/**
 * Reads a `.env` file. Node's parser passes over what it doesn't understand; here that is a problem,
 * since a setting that is not taken is a setting that is lost.
 *
 * @throws the error of the file system where it can't be read
 */
export function readDotenv(path: string): Dotenv {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  return { values: parseEnv(text), problems: [...lineProblems(text)] };
}

function* lineProblems(text: string): Generator<string> {
  let openQuote: string | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const at = `line ${String(index + 1)}`;
    if (openQuote !== undefined) {
      if (line.includes(openQuote)) openQuote = undefined;
      continue;
    }
    if (/^\s*(#|$)/.test(line)) continue;
    if (!ASSIGNMENT.test(line)) {
      yield `${at} is neither NAME=value nor a comment`;
      continue;
    }
    const value = line.slice(line.indexOf('=') + 1).trim();
    const quote = /^["'`]/.exec(value)?.[0];
    if (quote !== undefined) {
      if (value.indexOf(quote, 1) === -1) openQuote = quote;
    } else if (/[^\s]#/.test(value)) {
      yield `${at}: the value ends at its "#"; put it in quotes if that belongs to it`;
    }
  }
}
