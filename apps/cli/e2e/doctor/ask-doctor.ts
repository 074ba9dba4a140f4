import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { schema } from '../../test/schema.js';
import { runCli } from '../cli-process.js';
import type { World } from '../world.js';

/** A check, as it is published. */
export interface Check {
  readonly name: string;
  readonly sync: string | null;
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped';
  readonly found: string;
  readonly advice: string | null;
}

/** How the doctor is called. */
export interface Arranged {
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly files?: Readonly<Record<string, string>>;
}

/** Calls `doctor --json`, and makes sure that it is as published and changed nothing at Iterable. */
export async function doctor(
  { env: base, sandbox }: World,
  { argv = [], env, files = {} }: Arranged = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content, { mode: 0o600 });
  }
  const given = Object.entries({ ...base, ...env }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const before = sandbox.snapshot();
  const called = await runCli(['doctor', '--json', ...argv], {
    env: Object.fromEntries(given),
    folder,
  });
  const value = JSON.parse(called.stdout) as { exitCode: number; checks: Check[] };
  const valid = schema('doctor');
  expect(valid(value), JSON.stringify(valid.errors)).toBe(true);
  expect(value.exitCode).toBe(called.exitCode);
  expect(sandbox.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(sandbox.snapshot()).toEqual(before);
  const check = (name: string): Check => {
    const found = value.checks.find((each) => each.name === name);
    if (!found) throw new Error(`no check ${name}`);
    return found;
  };
  const named = (status: Check['status']): string[] =>
    value.checks.filter((each) => each.status === status).map((each) => each.name);
  return { ...called, folder, checks: value.checks, check, named };
}

/** A configuration file with one sync of SQL. */
export const SQL_SYNC = `syncs:
  plans:
    query: select id, email, plan_type from users
    key: id
    email: email
`;
