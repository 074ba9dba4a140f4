import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DevTools } from './dev-tools.js';
import { findBrowser } from './find-browser.js';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

/** A browser that is driven over its debugging socket. */
export interface Browser {
  readonly devTools: DevTools;
  readonly close: () => Promise<void>;
}

/** Starts the installed browser with a profile of its own. */
export async function startBrowser(): Promise<Browser> {
  const path = findBrowser();
  const profile = await mkdtemp(join(tmpdir(), 'sandbox-page-'));
  const child = spawn(path, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'close');
  const endAndClear = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const devTools = await DevTools.connect(await debuggingUrl(child, path));
    const close = async (): Promise<void> => {
      devTools.close();
      await endAndClear();
    };
    return { devTools, close };
  } catch (error) {
    await endAndClear();
    throw error;
  }
}

/** The browser tells the address on its error output, among other things. */
async function debuggingUrl(child: ChildProcess, path: string): Promise<string> {
  const said: string[] = [];
  if (child.stderr) {
    for await (const line of createInterface(child.stderr)) {
      const url = /^DevTools listening on (ws:\S+)$/.exec(line)?.[1];
      if (url !== undefined) {
        child.stderr.resume();
        return url;
      }
      said.push(line);
    }
  }
  throw new Error(`${path} ended before it could be driven:\n${said.slice(-10).join('\n')}`);
}
