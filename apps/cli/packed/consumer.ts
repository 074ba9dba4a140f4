/*
 * A program of someone who installed all libraries. It is type-checked and run in their folder, on
 * Node.js alone, which takes the types away and nothing else.
 */
import { jwtAuth } from '@org/auth';
import { formatCsv } from '@org/csv-export';
import { sqlQuery } from '@org/db-query';
import { IterableClient } from '@org/iterable-client';
import { createSandbox } from '@org/iterable-sandbox';
import { defineSync, runSync } from '@org/sync';

interface Member {
  readonly id: string;
  readonly email: string;
}

const members: readonly Member[] = [
  { id: '1', email: 'ada@example.com' },
  { id: '2', email: 'grace@example.com' },
];

async function* rows(): AsyncGenerator<Member> {
  yield* await Promise.resolve(members);
}

const secret = 'a-secret-of-at-least-32-characters';
const sandbox = await createSandbox({ apiKeys: [{ key: 'the-key', jwtSecret: secret }] });
const client = new IterableClient({
  auth: jwtAuth({ secret, apiKey: 'the-key' }),
  baseUrl: sandbox.url,
});
const { counts } = await runSync({
  sync: defineSync<Member>({
    name: 'members',
    key: ({ id }) => id,
    user: ({ email }) => ({ email, dataFields: { member: true } }),
  }),
  rows: rows(),
  client,
  fieldTypes: 'off',
});
const { text } = await formatCsv(rows(), { columns: ['id', 'email'] });
const { sql } = sqlQuery({ name: 'one', text: 'select :id', parameters: { id: 1 } });
await sandbox.close();
client.close();

console.log(JSON.stringify({ counts, users: sandbox.users.count(), text, sql }));

// @ts-expect-error one identifier is required
void (() => client.users.update({ dataFields: {} }));
// @ts-expect-error a sync sends something
void (() => defineSync<Member>({ key: ({ id }) => id }));
