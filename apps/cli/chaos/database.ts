import { engagementSchemaSql } from '@org/db-query/engagement';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { eventFields, profileFields, type People } from './people.ts';

/** The database of one seed. */
export interface ChaosDatabase extends AsyncDisposable {
  readonly url: string;
  /** Makes the tables say what the people say. */
  write(people: People, base: number): Promise<void>;
  /** Ends the connections of all others. */
  cut(): Promise<void>;
  /** Resolves when nobody else is connected: a server takes a moment to see that a client was killed. */
  quiet(): Promise<void>;
}

const USERS = `
  insert into users (id, email, first_name, last_name, plan_type, candidate)
  select * from json_to_recordset($1) as t
    (id bigint, email text, first_name text, last_name text, plan_type text, candidate text)
  on conflict (id) do update set first_name = excluded.first_name,
    last_name = excluded.last_name, plan_type = excluded.plan_type, candidate = excluded.candidate`;

const EVENTS = `
  insert into page_events (id, user_id, page, device, browser, location, event_time)
  select id, id, page, device, browser, location, to_timestamp(time) from json_to_recordset($1) as t
    (id bigint, page text, device text, browser text, location text, time bigint)
  on conflict (id) do update set page = excluded.page, event_time = excluded.event_time`;

/** Creates a database with the tables of the built-in query. */
export async function createDatabase(serverUrl: string, name: string): Promise<ChaosDatabase> {
  await using stack = new AsyncDisposableStack();
  const server = stack.use(await connect(serverUrl));
  await server.query(`create database ${name} template template0 encoding 'UTF8' locale 'C'`);
  stack.defer(() => server.query(`drop database if exists ${name} with (force)`).then(nothing));
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  await within(url, (client) => client.query(engagementSchemaSql));
  const owned = stack.move();
  return {
    url,
    write: (people, base) => within(url, (client) => write(client, people, base)),
    cut: () => server.query(CUT, [name]).then(nothing),
    quiet: async () => {
      while ((await server.query(OTHERS, [name])).rowCount) await sleep(LOOK_MS);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

const CUT = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1';
const OTHERS = 'select 1 from pg_stat_activity where datname = $1';
const LOOK_MS = 10;
const nothing = (): void => undefined;

async function write(client: pg.Client, people: People, base: number): Promise<void> {
  const users = people.all.map((person) => {
    const { firstName, lastName, candidate } = profileFields(person, person.profile);
    const names = { first_name: firstName, last_name: lastName };
    const plan = person.present ? 'pro' : 'free';
    return { id: person.id, email: person.email, ...names, plan_type: plan, candidate };
  });
  const events = people.all.map((person) => ({
    id: person.id,
    ...eventFields(person, person.event, base),
  }));
  await client.query(USERS, [JSON.stringify(users)]);
  await client.query(EVENTS, [JSON.stringify(events)]);
}

/** Does something on a connection of its own, which is gone afterwards. */
async function within<Value>(
  url: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  await using client = await connect(url);
  return await work(client);
}

async function connect(url: string): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}
