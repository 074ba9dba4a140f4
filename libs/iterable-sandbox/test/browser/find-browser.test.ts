import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findBrowser } from './find-browser.js';

function folderWith(name: string, mode: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'find-browser-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, name), '#!/bin/sh\n');
  chmodSync(join(folder, name), mode);
  return folder;
}

it('takes the browser that CHROMIUM_PATH names, before any other', () => {
  const [told, other] = [folderWith('my-browser', 0o755), folderWith('chromium', 0o755)];
  const env = { CHROMIUM_PATH: join(told, 'my-browser'), PATH: other };
  expect(findBrowser(env)).toBe(join(told, 'my-browser'));
});

it('finds a browser in PATH, and one in a usual place', () => {
  const folder = folderWith('google-chrome', 0o755);
  const path = join(folder, 'google-chrome');
  expect(findBrowser({ PATH: ['/nowhere', folder].join(delimiter) }, [])).toBe(path);
  expect(findBrowser({ PATH: '' }, ['/nowhere/chromium', path])).toBe(path);
});

it('says what to do where there is none, or none that can be run', () => {
  const folder = folderWith('chromium', 0o644);
  expect(() => findBrowser({ PATH: folder }, [])).toThrow(
    /needs Chromium or Chrome, and found none\. Install one .*, or set CHROMIUM_PATH/,
  );
  expect(() => findBrowser({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow(
    "CHROMIUM_PATH is '/nowhere/chromium', which is not a program that can be run.",
  );
});
