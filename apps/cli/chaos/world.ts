import { createSandbox, type Sandbox } from '@org/iterable-sandbox';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, type ChaosDatabase } from './database.ts';
import { People } from './people.ts';
import type { Plan } from './plan.ts';

const API_KEY = 'chaos-api-key-0123456789abcdef012';
const JWT_SECRET = 'chaos-jwt-secret-0123456789abcdef0123456789';
/** The tables' times are recent enough for the query, and end on a second. */
const AN_HOUR_S = 3600;

/** What all seeds share. */
export interface Ground {
  /** Connection string of a PostgreSQL server's superuser. */
  readonly databaseUrl: string;
  /** Path of the built program. */
  readonly program: string;
}

/** What one seed has for itself. */
export interface World extends AsyncDisposable {
  readonly plan: Plan;
  readonly program: string;
  readonly people: People;
  /** Seconds since 1970 that the events' times count from. */
  readonly base: number;
  readonly database: ChaosDatabase;
  readonly sandbox: Sandbox;
  /** The program's working folder. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly ledgerUrl: string;
}

/** Builds the world of a plan: tables with people, an empty Iterable, an empty folder. */
export async function createWorld(
  plan: Plan,
  { databaseUrl, program }: Ground,
  name: string,
): Promise<World> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createDatabase(databaseUrl, name));
  const key = plan.jwt ? { key: API_KEY, jwtSecret: JWT_SECRET } : { key: API_KEY };
  const sandbox = stack.use(await createSandbox({ apiKeys: [key] }));
  const folder = mkdtempSync(join(tmpdir(), 'iterable-sync-chaos-'));
  stack.defer(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const people = new People(plan.rows);
  const base = Math.floor(Date.now() / 1000) - AN_HOUR_S;
  await database.write(people, base);
  const postgres = plan.ledger === 'postgres';
  const ledgerUrl = postgres ? database.url : `sqlite:${join(folder, 'ledger.db')}`;
  const owned = stack.move();
  return {
    plan,
    program,
    people,
    base,
    database,
    sandbox,
    folder,
    ledgerUrl,
    env: {
      DATABASE_URL: database.url,
      LEDGER_URL: ledgerUrl,
      ITERABLE_BASE_URL: sandbox.url,
      ITERABLE_API_KEY: API_KEY,
      ...(plan.jwt && { USE_JWT_AUTH: 'true', ITERABLE_JWT_SECRET: JWT_SECRET }),
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
