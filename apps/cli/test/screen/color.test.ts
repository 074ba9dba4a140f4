import { describe, expect, it } from 'vitest';
import { hasColor } from '../../src/screen/color.js';

const terminal = { write: () => undefined, isTTY: true };
const file = { write: () => undefined, isTTY: false };

describe('colour', () => {
  it.each([
    ['a terminal has it', terminal, {}, undefined, true],
    ['a file has none', file, {}, undefined, false],
    ['a dumb terminal has none', terminal, { TERM: 'dumb' }, undefined, false],
    ['NO_COLOR takes it away', terminal, { NO_COLOR: '1' }, undefined, false],
    ['an empty NO_COLOR does not', terminal, { NO_COLOR: '' }, undefined, true],
    ['FORCE_COLOR gives it to a file', file, { FORCE_COLOR: '1' }, undefined, true],
    ['FORCE_COLOR=0 takes it away', terminal, { FORCE_COLOR: '0' }, undefined, false],
    ['FORCE_COLOR=false takes it away', terminal, { FORCE_COLOR: 'false' }, undefined, false],
    ['an empty FORCE_COLOR says nothing', file, { FORCE_COLOR: '' }, undefined, false],
    ['FORCE_COLOR beats NO_COLOR', file, { FORCE_COLOR: '1', NO_COLOR: '1' }, undefined, true],
    [
      'FORCE_COLOR beats a dumb terminal',
      file,
      { FORCE_COLOR: '1', TERM: 'dumb' },
      undefined,
      true,
    ],
    ['--color beats NO_COLOR', file, { NO_COLOR: '1' }, true, true],
    ['--no-color beats FORCE_COLOR', terminal, { FORCE_COLOR: '1' }, false, false],
  ] as const)('%s', (_name, output, env, flag, expected) => {
    expect(hasColor({ output, env, flag })).toBe(expected);
  });
});
