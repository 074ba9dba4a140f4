// Updates users from a file with one JSON object a line:
//
//   node import-users.ts users.ndjson
//
// Users that Iterable refused are told with the reason, and the exit code is 1.
import { IterableClient } from '@org/iterable-client';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const { ITERABLE_API_KEY = '', ITERABLE_BASE_URL } = process.env;
const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Which file? Run: node import-users.ts users.ndjson');

const iterable = new IterableClient({
  apiKey: ITERABLE_API_KEY,
  ...(ITERABLE_BASE_URL && { baseUrl: ITERABLE_BASE_URL }),
});

interface User {
  readonly email: string;
  readonly dataFields?: Readonly<Record<string, string | number | boolean | null>>;
}

/** One user after another: the file is never in memory as a whole. */
async function* readUsers(path: string): AsyncGenerator<User> {
  const lines = createInterface({ input: createReadStream(path) });
  for await (const line of lines) if (line !== '') yield JSON.parse(line) as User;
}

// As many as fit into a request go together, at the documented rate; yet each has an outcome.
let delivered = 0;
for await (const outcome of iterable.users.updateMany(readUsers(path))) {
  if (outcome.status === 'delivered') delivered += 1;
  else {
    console.error(`line ${outcome.index + 1}: ${outcome.reason}`);
    process.exitCode = 1;
  }
}
console.log(`${delivered} users updated`);
