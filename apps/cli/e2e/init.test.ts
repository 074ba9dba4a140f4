import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runCli } from './cli-process.js';
import { printed } from './printed.js';
import { addUsers, createWorld, type World } from './world.js';

const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'iterable-sync-init-'));

const text = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

/** Every file below a folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Fills in the settings that the template leaves open, as a person would. */
function fillIn(folder: string, { env }: World): void {
  const filled = text(folder, '.env').replaceAll(
    /^([A-Z_]+)=$/gm,
    (line, name: string) => `${line}${env[name] ?? ''}`,
  );
  writeFileSync(join(folder, '.env'), filled);
}

async function createMembers(world: World): Promise<void> {
  await world.database.run(
    `create schema shop;
     create table shop."Members" (
       "Member" bigint primary key, email text, city text, visits int,
       seen_at timestamptz, photo bytea, "signupDate" date);
     insert into shop."Members" values
       (1, 'ada@example.com', 'London', 3, '2026-01-02 03:04:05Z', 'x', '2026-01-01'),
       (2, 'grace@example.com', null, 4, '2026-01-03 00:00:00Z', null, null)`,
  );
}

describe('what it writes runs', () => {
  it('the built-in sync, once the settings are filled in', async () => {
    const world = await createWorld();
    await addUsers(world, 2);
    const folder = temporaryFolder();
    const flags = ['--yes', '--built-in', '--base-url', world.sandbox.url];
    const init = await runCli(['init', ...flags], { folder });
    expect(init).toMatchObject({ exitCode: 0, stderr: '' });
    expect(init.stdout).toContain('Fill in .env: DATABASE_URL, ITERABLE_API_KEY');
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);

    fillIn(folder, world);
    expect(await runCli(['run'], { folder })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(world.sandbox.users.count()).toBe(2);
    expect(world.sandbox.events.all()).toHaveLength(2);
  });

  it.each(['yaml', 'json', 'ts'])('a table, with all of its columns, as .%s', async (format) => {
    const world = await createWorld({ jwt: true });
    await createMembers(world);
    const folder = temporaryFolder();
    const { DATABASE_URL = '' } = world.env;
    const flags = ['--yes', '--format', format, '--table', 'shop.Members', '--jwt'];
    const event = ['--event', 'seen', '--created-at', 'seen_at', '--base-url', world.sandbox.url];
    const init = await runCli(['init', ...flags, ...event], { folder, env: { DATABASE_URL } });
    expect(init).toMatchObject({ exitCode: 0, stderr: '' });
    expect(init.stdout).toContain('Fill in .env: ITERABLE_API_KEY, ITERABLE_JWT_SECRET');
    expect(text(folder, 'sql/Members.sql')).toMatch(
      /^select\n {2}"Member",\n {2}email,\n {2}city,\n {2}visits,\n {2}seen_at\nfrom shop."Members"\n/m,
    );
    expect(text(folder, 'sql/Members.sql')).toContain(
      '-- left out: photo: bytea has no form in JSON\n-- left out: signupDate: Iterable sets',
    );

    fillIn(folder, world);
    expect(await runCli(['run'], { folder })).toMatchObject({ exitCode: 0, stderr: '' });
    const fields = { city: 'London', visits: 3 };
    const ada = { email: 'ada@example.com' };
    expect(world.sandbox.users.get(ada)?.dataFields).toMatchObject(fields);
    expect(world.sandbox.events.of(ada)).toMatchObject([{ eventName: 'seen', dataFields: fields }]);
  });

  it('a table that could not be read, with the columns that are named', async () => {
    const world = await createWorld();
    await createMembers(world);
    const folder = temporaryFolder();
    const flags = ['--table', 'shop.Members', '--key', 'Member', '--name', 'people'];
    const where = ['--base-url', world.sandbox.url];
    const init = await runCli(['init', ...flags, ...where], {
      folder,
      env: { DATABASE_URL: 'postgres://me:a-password-of-mine@127.0.0.1:1/nowhere' },
    });
    expect(init).toMatchObject({ exitCode: 0, stderr: '' });
    expect(init.stdout).toMatch(
      /⚠ The columns of shop."Members" could not be read: .*127\.0\.0\.1/,
    );
    expect(init.stdout).not.toContain('a-password-of-mine');
    expect(init.stdout).toContain('Add the columns to send in sql/people.sql');

    fillIn(folder, world);
    expect(await runCli(['run'], { folder })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(world.sandbox.users.count()).toBe(2);
  });
});

describe('what is there already', () => {
  it('is kept, and what it lacks is told', async () => {
    const folder = temporaryFolder();
    const kept = {
      '.env': 'ITERABLE_API_KEY=mine\n',
      '.gitignore': '.env\n',
      'iterable-sync.config.json': '{}',
    };
    for (const [name, content] of Object.entries(kept)) writeFileSync(join(folder, name), content);
    const init = await runCli(['init', '--yes', '--table', 'orders'], { folder });
    expect(init).toMatchObject({ exitCode: 0, stderr: '' });
    for (const [name, content] of Object.entries(kept)) {
      expect(text(folder, name)).toBe(content);
      expect(init.stdout).toContain(`= Kept ${name}, which was there`);
    }
    expect(filesBelow(folder)).toEqual(Object.keys(kept).sort());
    expect(init.stdout).toContain('⚠ Add these lines to .gitignore');
    expect(init.stdout).toContain('    *.log\n');
    expect(init.stdout).toContain('Fill in .env: DATABASE_URL\n');
    expect(init.stdout).toContain('Add the sync to iterable-sync.config.json');
  });

  it('is as it was after a second time', async () => {
    const folder = temporaryFolder();
    await runCli(['init', '--table', 'orders'], { folder });
    const before = filesBelow(folder).map((name) => [name, text(folder, name)]);
    const again = await runCli(['init', '--built-in', '--jwt', '--format', 'ts', '-v'], { folder });
    expect(again).toMatchObject({ exitCode: 0, stderr: '' });
    expect(again.stdout).not.toContain('Wrote');
    expect(again.stdout).toContain(`= Kept ${join(folder, '.env')}, which was there`);
    expect(filesBelow(folder).map((name) => [name, text(folder, name)])).toEqual(before);
  });

  it('a file in the way of a folder: what was written is told, and nothing is half there', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'sql'), 'mine');
    const init = await runCli(['init', '--table', 'orders'], { folder });
    expect(init).toMatchObject({ exitCode: 2, stdout: '' });
    expect(init.stderr).toMatch(
      /^error\[OUTPUT_DIR\]: .*orders\.sql can't be written \(E\w+\)\. Written: \.gitignore, \.env\./,
    );
    expect(filesBelow(folder)).toEqual(['.env', '.gitignore', 'sql']);
  });
});

describe('what it refuses, nothing is written for', () => {
  it.each<[string, string[], RegExp]>([
    [
      'a name that is no file name',
      ['--name', '../x'],
      /^error\[USAGE\]: --name: .*found "\.\.\/x"/,
    ],
    ['a time without an event', ['--created-at', 'x'], /^error\[USAGE\]: --created-at is the time/],
    ['a blank column', ['--key', ' '], /^error\[USAGE\]: --key is blank/],
    ['a table that is none', ['--table', 'a.b.c'], /^error\[USAGE\]: --table takes TABLE or/],
    ['another data center', ['--data-center', 'mars'], /^error\[USAGE\]: ITERABLE_DATA_CENTER/],
    ['another base URL', ['--base-url', 'ftp://x'], /^error\[USAGE\]: .*https/],
    ['two locations', ['--data-center', 'eu', '--base-url', 'https://x.example'], /both set/],
    ['two identifiers', ['--email', 'a', '--user-id', 'b'], /^error\[USAGE\]: .*cannot be used/],
    ['two syncs', ['--built-in', '--table', 'a'], /^error\[USAGE\]: .*cannot be used/],
    ['another format', ['--format', 'toml'], /^error\[USAGE\]: .*yaml, ts, json/],
  ])('%s', async (_, flags, message) => {
    const { folder, ...init } = await runCli(['init', '--yes', ...flags]);
    expect(init).toMatchObject({ exitCode: 2, stdout: '' });
    expect(init.stderr).toMatch(message);
    expect(filesBelow(folder)).toEqual([]);
  });

  it('columns that the table does not have, with the nearest and all that it has', async () => {
    const world = await createWorld();
    await createMembers(world);
    const flags = ['--table', 'shop.Members', '--key', 'member', '--user-id', 'emial'];
    const init = await runCli(['init', ...flags], { env: world.env });
    expect(init).toMatchObject({ exitCode: 2, stdout: '' });
    expect(init.stderr).toContain('error[MAPPING]: The columns do not fit the table.');
    expect(init.stderr).toContain('did you mean "email"?');
    expect(init.stderr).toContain('It has Member (bigint), email (text), city (text)');
    expect(filesBelow(init.folder)).toEqual([]);
  });

  it('a table that there is not', async () => {
    const world = await createWorld();
    const init = await runCli(['init', '--table', 'orders'], { env: world.env });
    expect(init).toMatchObject({ exitCode: 4, stdout: '' });
    expect(init.stderr).toMatch(/^error\[UNDEFINED_TABLE\]: .*orders/);
    expect(filesBelow(init.folder)).toEqual([]);
  });
});

describe('what programs and editors read', () => {
  const ajv = () => new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });

  it('--json tells all of it, and nothing else is on stdout', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'other'));
    writeFileSync(join(folder, 'other/.gitignore'), '*.log\n');
    const init = await runCli(['init', '--json', '--folder', 'other', '--jwt'], { folder });
    expect(init).toMatchObject({ exitCode: 0, stderr: '' });
    expect(printed('init', init)).toMatchObject({
      folder: join(folder, 'other'),
      files: [
        { path: '.gitignore', state: 'kept' },
        { path: '.env', state: 'written' },
        { path: 'iterable-sync.schema.json', state: 'written' },
        { path: 'iterable-sync.config.yaml', state: 'written' },
      ],
      missingSettings: ['DATABASE_URL', 'ITERABLE_API_KEY', 'ITERABLE_JWT_SECRET'],
    });
  });

  it.each([
    ['yaml', []],
    ['yaml', ['--table', 'orders', '--user-id', 'customer', '--event', 'ordered']],
    ['json', ['--table', 'orders', '--email', 'mail']],
  ])('the schema that a .%s names is there, and takes it (%j)', async (format, flags) => {
    const { folder } = await runCli(['init', '--format', format, ...flags]);
    const written = text(folder, `iterable-sync.config.${format}`);
    const [, reference = ''] = /\$schema"?[=:] ?"?([^\s"]+)/.exec(written) ?? [];
    const validate = ajv().compile(JSON.parse(text(folder, reference)) as object);
    expect(validate(parse(written)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ syncs: { a: { sql: 'a.sql' } } })).toBe(false);
  });

  it('where the package is installed, its own schema is named', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'node_modules/@org/cli/schemas'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/@org/cli/schemas/project.schema.json'), '{}');
    await runCli(['init', '--folder', 'deep/down'], { folder });
    expect(text(folder, 'deep/down/iterable-sync.config.yaml')).toContain(
      '# yaml-language-server: $schema=../../node_modules/@org/cli/schemas/project.schema.json\n',
    );
    expect(filesBelow(join(folder, 'deep'))).not.toContain('down/iterable-sync.schema.json');
  });
});
