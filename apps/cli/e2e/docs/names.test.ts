import { describe, expect, it } from 'vitest';
import { KNOWN_NAMES } from '../../src/config/variables.js';
import { EXIT } from '../../src/exit-code.js';
import { guides, pageAt } from './markdown.js';
import { flagsOf, theProgram } from './program.js';

const configuration = pageAt('docs/configuration.md').text;
const flags = new Set(theProgram().commands.flatMap(flagsOf));

describe('the configuration page', () => {
  it('has every exit code', () => {
    const told = [...configuration.matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => Number(code));
    expect(told).toEqual(Object.values(EXIT));
  });
});

describe.each(guides().map((page) => [page.path, page] as const))('%s', (_path, page) => {
  // What the program says of a misspelt name is not said by the page.
  const text = page.text.replaceAll(/^```text.*?^```/gms, '');

  it('speaks of no flag that there is not', () => {
    const told = [...text.matchAll(/(?<![\w-])(--[a-z][\w-]*)/g)].map(([, flag = '']) => flag);
    expect([...new Set(told)].filter((flag) => !flags.has(flag) && !OTHERS.has(flag))).toEqual([]);
  });

  it('speaks of no setting that there is not', () => {
    const told =
      text.match(/\b(?:ITERABLE|DATABASE|DB|LOG|OUTPUT|LEDGER|USE_JWT)_[A-Z_]+\b/g) ?? [];
    expect([...new Set(told)].filter((name) => !KNOWN_NAMES.includes(name))).toEqual([]);
  });
});

/** Flags of other programs. */
const OTHERS = new Set(['--now']);
