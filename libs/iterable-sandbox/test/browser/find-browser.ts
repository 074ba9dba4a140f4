import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of an installed Chromium or Chrome: `CHROMIUM_PATH`, or what is found.
 *
 * @throws Error that says what to do where there is none.
 */
export function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  places: readonly string[] = PLACES,
): string {
  const told = env['CHROMIUM_PATH'];
  if (told) {
    if (isProgram(told)) return told;
    throw new Error(`CHROMIUM_PATH is '${told}', which is not a program that can be run.`);
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [...inPath, ...places].find(isProgram);
  if (found !== undefined) return found;
  throw new Error(
    'This test needs Chromium or Chrome, and found none. Install one (such as with ' +
      '`apt-get install chromium`), or set CHROMIUM_PATH to its program.',
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
