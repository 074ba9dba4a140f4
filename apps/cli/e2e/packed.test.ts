import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { installInto } from '../../../tools/packages/install.js';
import { packAll } from '../../../tools/packages/pack.js';
import { withDependencies, WORKSPACE } from '../../../tools/packages/published-projects.js';
import { run } from '../../../tools/packages/run.js';
import { createTestDatabase } from '../../../tools/vitest/test-database.js';

const folder = mkdtempSync(join(tmpdir(), 'iterable-sync-packed-'));
const tarballs = mkdtempSync(join(tmpdir(), 'iterable-sync-tarballs-'));

/** What npx needs, and nothing of this workspace. */
const env = {
  PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
  HOME: process.env['HOME'],
};

beforeAll(async () => {
  const packed = await packAll(tarballs);
  const cli = packed.find(({ manifest }) => manifest.name === '@org/cli');
  if (!cli) throw new Error('@org/cli is not published');
  await installInto(
    folder,
    withDependencies(cli, packed).map(({ tarball }) => tarball),
  );
}, 300_000);

/** Calls the program as a user does who has installed it here. */
function npx(...argv: readonly string[]) {
  return new Promise<{ exitCode: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(
      'npx',
      ['--no', 'iterable-sync', ...argv],
      { cwd: folder, env },
      (error, stdout, stderr) => resolve({ exitCode: error?.code ?? 0, stdout, stderr }),
    );
  });
}

/** The local Iterable that comes with the program. Gives its URL. */
async function startSandbox(): Promise<string> {
  const child = spawn('npx', ['--no', 'iterable-sync', 'sandbox', '--port', '0'], {
    cwd: folder,
    env,
    // A group of its own: npx has the program as its child.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void process.kill(-(child.pid ?? 0), 'SIGKILL'));
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /ITERABLE_BASE_URL=(\S+)/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('the sandbox ended without a URL');
}

it('from an empty folder to the first run, and a typed configuration after it', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  await database.run(
    `create table customers (id bigint primary key, email text, plan text);
     insert into customers values (1, 'ada@example.com', 'pro'), (2, 'grace@example.com', null)`,
  );
  const url = await startSandbox();

  const init = await npx('init', '--yes', '--table', 'customers', '--base-url', url);
  expect(init).toMatchObject({ exitCode: 0, stderr: '' });
  // The package is installed here, so its schema serves, and the program is called by npx.
  expect(readFileSync(join(folder, 'iterable-sync.config.yaml'), 'utf8')).toContain(
    '$schema=./node_modules/@org/cli/schemas/project.schema.json',
  );
  expect(init.stdout).toContain('npx iterable-sync plan');

  const dotenv = readFileSync(join(folder, '.env'), 'utf8')
    .replace('DATABASE_URL=', `DATABASE_URL=${database.url}`)
    .replace('ITERABLE_API_KEY=', 'ITERABLE_API_KEY=sandbox-api-key');
  writeFileSync(join(folder, '.env'), dotenv);
  writeFileSync(join(folder, 'sql/customers.sql'), 'select id, email, plan from customers');

  const doctor = await npx('doctor');
  expect(doctor).toMatchObject({ exitCode: 0, stderr: '' });
  expect(doctor.stdout).toMatch(/^✓ \d+ ok/m);

  await database.run(`insert into customers values (3, 'no address', 'free')`);
  const plan = await npx('plan');
  expect(plan).toMatchObject({ exitCode: 0, stderr: '' });
  expect(plan.stdout).toMatch(/^ {2}2 {2}new$/m);
  const first = await npx('run');
  expect(first).toMatchObject({ exitCode: 1 });
  expect(first.stdout).toContain('✓ Successfully processed user: ada@example.com');

  const failures = await npx('failures');
  expect(failures).toMatchObject({ exitCode: 0, stderr: '' });
  expect(failures.stdout).toContain('✗ 1 × IDENTIFIER');
  await database.run(`update customers set email = 'new@example.com' where id = 3`);
  const retried = await npx('failures', '--retry');
  expect(retried).toMatchObject({ exitCode: 0, stderr: '' });
  expect(retried.stdout).toContain('✓ Successfully processed user: new@example.com');

  writeFileSync(
    join(folder, 'typed.config.ts'),
    `import { defineConfig, defineQuery, fromQuery, type QuerySource } from '@org/cli';

interface Shop {
  customers: { id: bigint; email: string; plan: string | null };
}
const customers = defineQuery({
  name: 'customers',
  build: (db: QuerySource<Shop>) => db.selectFrom('customers').select(['id', 'email', 'plan']),
});

export default defineConfig({
  syncs: {
    typed: fromQuery({
      query: customers(),
      key: 'id',
      user: (row) => ({ email: row.email, dataFields: { planLength: row.plan?.length ?? 0 } }),
    }),
    // @ts-expect-error a column that the query does not have
    wrong: fromQuery({ query: customers(), key: 'uuid', user: () => null }),
  },
});
`,
  );
  const compilerOptions = {
    ...{ strict: true, noEmit: true, exactOptionalPropertyTypes: true, types: [] },
    ...{ target: 'es2024', lib: ['es2024', 'esnext.disposable'], module: 'nodenext' },
    skipLibCheck: true,
  };
  const project = { compilerOptions, files: ['typed.config.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
  const tsc = join(WORKSPACE, 'node_modules/typescript/bin/tsc');
  await run(process.execPath, [tsc, '-p', '.'], folder);

  const typed = await npx('run', 'typed', '--config', 'typed.config.ts');
  expect(typed).toMatchObject({ exitCode: 0, stderr: '' });
});
