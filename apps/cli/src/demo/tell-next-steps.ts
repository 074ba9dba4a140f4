/** Says how to go on from the demo to a real run. */
export function tellNextSteps(say: (text: string) => void): void {
  say(`
Next, with a real database and a real project:
  1. Copy .env.example to .env, and fill in DATABASE_URL and ITERABLE_API_KEY.
  2. The query reads the tables users and page_events; README.md shows their columns.
  3. npx iterable-sync run
More of the demo: --jwt (a token for each user), --flaky (retries), --users 500 (a progress line).`);
}
