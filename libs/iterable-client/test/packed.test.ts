import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const LIBRARY = join(import.meta.dirname, '..');
const MODULES = join(LIBRARY, '../../node_modules');

const PROGRAM = `
import { IterableClient, IterableApiError, type IterableApiResponse } from '@org/iterable-client';

const client = new IterableClient({ apiKey: 'a-key', baseUrl: process.argv[2] ?? '' });
const reply: IterableApiResponse = await client.users.update({ email: 'ada@example.com' });
const { attempts } = client.statistics()['users/update'] ?? {};
// One text: a number of its own would be coloured where colours are forced.
console.log([reply.code, attempts, typeof IterableApiError].join(' '));

// @ts-expect-error one identifier is required
void (() => client.users.update({ dataFields: {} }));
`;

it('installed from its tarball into a strange folder, it type-checks and runs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'));
  // What it needs is packed as well, so that nothing is downloaded.
  const packages = [
    LIBRARY,
    ...['ky', '@types/node', 'undici-types'].map((name) => join(MODULES, name)),
  ];
  const { stdout } = await run(
    'npm',
    ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder, ...packages],
    { cwd: folder },
  );
  const tarballs = stdout
    .trim()
    .split('\n')
    .map((name) => `./${name}`);
  expect(tarballs).toHaveLength(packages.length);
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  await run('npm', ['install', '--silent', '--offline', '--no-audit', ...tarballs], {
    cwd: folder,
  });
  await writeFile(join(folder, 'program.ts'), PROGRAM);
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        module: 'nodenext',
        target: 'es2024',
        lib: ['es2024'],
        types: ['node'],
        noEmit: true,
      },
      files: ['program.ts'],
    }),
  );
  await run(join(MODULES, '.bin/tsc'), ['-p', folder]);

  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end('{"msg":"","code":"Success","params":null}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const program = await run(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'program.ts', `http://127.0.0.1:${String(port)}`],
      { cwd: folder },
    );
    expect(program).toEqual({ stdout: 'Success 1 function\n', stderr: '' });
  } finally {
    server.close();
  }
}, 120_000);
