import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { listen } from '../doctor/loopback.js';
import { folderOf } from '../folder-of.js';
import { createWorld } from '../world.js';
import { startInTerminal } from './terminal.js';

const CTRL_C = '\x03';
const HIDE_CURSOR = '\x1b[?25l';

it.each(['status', 'failures', 'failures --json', 'failures --csv'])(
  'Ctrl-C ends %s while the ledger does not answer: a line, exit code 130, nothing left',
  async (line) => {
    const server = createServer();
    const port = await listen(server);
    const asked = once(server, 'connection');
    const env = { LEDGER_URL: `postgres://u:p@127.0.0.1:${String(port)}/db` };
    const terminal = startInTerminal(line.split(' '), { env });
    await asked;
    terminal.type(CTRL_C);
    expect(await terminal.done).toBe(130);
    expect(terminal.lines()).toEqual([
      // The terminal itself shows what was typed.
      expect.stringMatching(/^(\^C)?error\[INTERRUPTED\]: stopped by a signal$/),
    ]);
    expect(terminal.raw()).not.toContain(HIDE_CURSOR);
    expect(readdirSync(terminal.folder)).toEqual([]);
  },
);

it('Ctrl-C ends the query of export on the server, and leaves no file: exit code 130', async () => {
  const { database, env } = await createWorld();
  const ours = "from pg_stat_activity where datname = current_database() and query like 'copy (%'";
  const query = 'select n as id, pg_sleep(0.1)::text as nap from generate_series(1, 100000) n';
  const slow = { query, key: 'id', userId: 'id' };
  const name = 'iterable-sync.config.json';
  const folder = folderOf({ [name]: JSON.stringify({ syncs: { slow } }) });
  const terminal = startInTerminal(['export', '--config', join(folder, name)], { env });
  await vi.waitFor(
    async () =>
      expect(await database.run(`select pid ${ours} and state = 'active'`)).toHaveLength(1),
    { timeout: 60_000, interval: 50 },
  );
  terminal.type(CTRL_C);
  expect(await terminal.done).toBe(130);
  const shown = terminal.lines().join('\n');
  expect(shown).toMatch(/error\[INTERRUPTED\]: stopped by a signal before anything was sent$/);
  expect(shown).not.toContain('Exported');
  expect(terminal.raw()).not.toContain(HIDE_CURSOR);
  expect(readdirSync(terminal.folder).filter((name) => /csv/.test(name))).toEqual([]);
  await vi.waitFor(async () => expect(await database.run(`select pid ${ours}`)).toEqual([]), {
    timeout: 30_000,
    interval: 50,
  });
});
