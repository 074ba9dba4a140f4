import { describe, expect, it } from 'vitest';
import { ASCII, inAscii, showsUnicode, UNICODE } from '../../src/screen/symbols.js';

describe('signs beyond ASCII are shown', () => {
  it.each([
    ['where nothing speaks against it', {}, 'linux', true],
    ['with a UTF-8 locale', { LANG: 'de_DE.UTF-8' }, 'linux', true],
    ['with a locale of no encoding', { LANG: 'C' }, 'linux', true],
    ['in Windows Terminal', { WT_SESSION: 'a' }, 'win32', true],
    ["in Visual Studio Code's terminal", { TERM_PROGRAM: 'vscode' }, 'win32', true],
    ['in Alacritty on Windows', { TERM: 'alacritty' }, 'win32', true],
    ['on macOS', { TERM: 'xterm-256color' }, 'darwin', true],
  ] as const)('%s', (_name, env, platform, expected) => {
    expect(showsUnicode(env, platform)).toBe(expected);
  });

  it.each([
    ["not on the kernel's console", { TERM: 'linux' }, 'linux'],
    ['not with a locale of another encoding', { LANG: 'de_DE.ISO-8859-1' }, 'linux'],
    ['not where LC_ALL overrules LANG', { LC_ALL: 'en_US.latin1', LANG: 'C.UTF-8' }, 'linux'],
    ['not in the old Windows console, whose code page may lack them', {}, 'win32'],
  ] as const)('%s', (_name, env, platform) => {
    expect(showsUnicode(env, platform)).toBe(false);
  });
});

it('every sign has one of ASCII in its place', () => {
  const text = Object.values(UNICODE).join(' ');
  expect(inAscii(text)).toBe(Object.values(ASCII).join(' '));
  expect(Object.values(ASCII).join('')).toMatch(/^[ -~]+$/);
});
