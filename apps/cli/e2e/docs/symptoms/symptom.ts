import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, type CliOptions } from '../../cli-process.js';
import { addUsers, API_KEY, createWorld, type World } from '../../world.js';

/** What a user saw: what the program wrote, and how it ended. */
export interface Shown {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Brings a symptom about, with the built program and nothing in its place. */
export type Provoke = () => Promise<Shown>;

/** Ways to bring symptoms about, by the name that `troubleshooting.md` gives them. */
export type Symptoms = Readonly<Record<string, Provoke>>;

/** A world with so many pro users, each with an engagement. */
export async function worldOf(
  users: number,
  options?: Parameters<typeof createWorld>[0],
): Promise<World> {
  const world = await createWorld(options);
  await addUsers(world, users);
  return world;
}

/** Where nothing is, for what comes to light before anything is asked. */
export const NOWHERE: Pick<World, 'env'> = {
  env: {
    DATABASE_URL: 'postgres://app:password@127.0.0.1:1/app',
    ITERABLE_BASE_URL: 'http://127.0.0.1:1',
    ITERABLE_API_KEY: API_KEY,
  },
};

/** What a run is called with besides the world that it meets. */
export interface RunOptions {
  /** @default 'run' */
  readonly command?: 'run' | 'plan';
  readonly argv?: readonly string[];
  /** Settings that differ from the world's; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Files in the folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly nodeOptions?: CliOptions['nodeOptions'];
}

/** `iterable-sync run`, or another command, in a folder of its own. */
export function runIn(
  world: Pick<World, 'env'>,
  options: RunOptions = {},
): ReturnType<typeof runCli> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'symptom-'));
  for (const [name, content] of Object.entries(options.files ?? {})) {
    writeFileSync(join(folder, name), content);
  }
  const settings = Object.entries({ ...world.env, ...options.env });
  const env = Object.fromEntries(
    settings.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const { command = 'run', argv = [], nodeOptions = [] } = options;
  return runCli([command, ...argv], { env, folder, nodeOptions });
}

/** A configuration file with one sync: the users, their columns as the SQL gives them. */
export function syncOfUsers(columns: string, more: object = {}): Readonly<Record<string, string>> {
  const query = `select ${columns} from users order by id`;
  const users = { query, key: 'id', email: 'email', ...more };
  return { 'iterable-sync.config.json': JSON.stringify({ syncs: { users } }) };
}
