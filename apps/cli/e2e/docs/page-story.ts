import { spawn } from 'node:child_process';
import { chmodSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { addUsers, createWorld, type World } from '../world.js';
import type { Block, Page } from './markdown.js';
import { shows } from './shows.js';

/** What the blocks of a page meet: a folder, a database, a local Iterable. */
interface Story {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly world: World;
  /** What the last command wrote. */
  shown: string;
}

/** Written, never run: what they say is checked elsewhere, or is nothing that could be wrong. */
const TOLD_ONLY = new Set(['csv', 'crontab', 'dockerfile', 'ini', 'text']);

/** Does what a page says, block by block, as its reader would in an empty folder. */
export async function liveThrough(page: Page): Promise<void> {
  const world = await createWorld();
  await addUsers(world, 3);
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  const env = { ...world.env, HOME: folder, PATH: `${binaries()}:/usr/bin:/bin` };
  const story: Story = { folder, env, world, shown: '' };
  for (const [place, block] of page.blocks.entries()) {
    try {
      await live(block, page.blocks.slice(place + 1), story);
    } catch (error) {
      throw new Error(`${block.place}: ${(error as Error).message}`, { cause: error });
    }
  }
}

async function live(block: Block, rest: readonly Block[], story: Story): Promise<void> {
  const { language, info, code } = block;
  const title = titleOf(block);
  // Files of the system are not the reader's folder.
  if (title !== undefined && !title.startsWith('/')) write(title, code, story);
  if (title?.startsWith('iterable-sync.config.')) {
    if (isRunBy(rest)) return;
    return runEachSync(await syncsOf(title, code, story), story);
  }
  if (info.startsWith('no-run:')) return;
  if (info === 'output') return mustHaveShown(code, story);
  if (title !== undefined || TOLD_ONLY.has(language)) return;
  switch (language) {
    case 'sql':
      await story.world.database.run(code);
      return;
    case 'sh':
      return runShell(code, story);
    case 'json':
      JSON.parse(code);
      return;
    default:
      throw new Error(`there is no way to try "${language}" ${info}`);
  }
}

/** The file that a block is, where it is one. */
export function titleOf({ info }: Block): string | undefined {
  return /\btitle="([^"]+)"/.exec(info)?.[1];
}

function write(name: string, code: string, { folder }: Story): void {
  if (name.startsWith('iterable-sync.config.')) {
    // A page shows several ways to write one file, and only one may be there.
    for (const other of globSync('iterable-sync.config.*', { cwd: folder })) {
      rmSync(join(folder, other));
    }
  }
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), code);
}

/** Whether the page itself runs what a configuration file says, before it shows another. */
function isRunBy(rest: readonly Block[]): boolean {
  const next = rest.findIndex((block) => titleOf(block)?.startsWith('iterable-sync.config.'));
  const before = next === -1 ? rest : rest.slice(0, next);
  return before.some(
    ({ language, code }) => language === 'sh' && /^iterable-sync run\b/m.test(code),
  );
}

/** By a ledger of its own, so that the commands of the page find what a reader would find. */
async function runEachSync(names: readonly string[], story: Story): Promise<void> {
  for (const name of names) {
    await runShell(`LEDGER_URL=sqlite::memory: iterable-sync run "${name}"`, story);
    if (!story.shown.includes('INTEGRATION SUMMARY')) throw new Error(`${name} did not run`);
  }
}

/** Data says the names of its syncs itself; of code, the program is asked. */
async function syncsOf(title: string, code: string, story: Story): Promise<string[]> {
  if (!title.endsWith('ts')) return Object.keys((parse(code) as { syncs: object }).syncs);
  await runShell('iterable-sync config --json', story);
  const { syncs } = JSON.parse(story.shown) as { syncs: readonly { readonly name: string }[] };
  return syncs.map(({ name }) => name);
}

function mustHaveShown(code: string, { shown }: Story): void {
  const missing = code.split('\n').filter((line) => line !== '' && !shows(shown, line));
  if (missing.length > 0) throw new Error(`not shown:\n${missing.join('\n')}\nbut:\n${shown}`);
}

/** Runs commands as a script that ends at the first that fails. */
function runShell(code: string, story: Story): Promise<void> {
  const { folder, env } = story;
  // A group of its own, so that what a script leaves in the background ends with it.
  const shell = spawn('sh', ['-euc', code], { cwd: folder, env, detached: true });
  story.shown = '';
  for (const output of [shell.stdout, shell.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => (story.shown += text));
  }
  onTestFinished(() => {
    if (shell.exitCode === null && shell.pid !== undefined) process.kill(-shell.pid, 'SIGKILL');
  });
  return new Promise((resolve, reject) => {
    shell.on('error', reject);
    shell.on('close', (exitCode) => {
      if (exitCode === 0) resolve();
      else reject(new Error(`exit code ${String(exitCode)} of\n${code}\n${story.shown}`));
    });
  });
}

/** A folder with the built program, and an `npx` that finds it. */
export function binaries(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bin-'));
  const shim = join(import.meta.dirname, '../../bin/iterable-sync.js');
  const program = join(folder, 'iterable-sync');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${shim}' "$@"\n`);
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\nexec '${folder}'/"$@"\n`);
  for (const name of ['iterable-sync', 'npx']) chmodSync(join(folder, name), 0o755);
  return folder;
}
