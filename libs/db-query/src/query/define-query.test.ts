import { type Compilable, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { defineQuery } from './define-query.js';
import type { QuerySource } from './query-source.js';

interface Shop {
  customer: { id: bigint; email: string; since: Date };
  purchase: { id: bigint; customer_id: bigint; total: string };
}

test('a query is SQL with places for its parameters, and the names of its columns', () => {
  const newCustomers = defineQuery({
    name: 'new-customers',
    build: (db: QuerySource<Shop>, since: Date, domain: string) =>
      db
        .selectFrom('customer')
        .select(['id', 'email'])
        .where('since', '>=', since)
        .where('email', 'like', `%@${domain}`)
        .orderBy('id'),
  });
  const since = new Date('2026-01-01T00:00:00Z');
  const query = newCustomers(since, 'example.com');
  expect(query).toEqual({
    name: 'new-customers',
    sql: 'select "id", "email" from "customer" where "since" >= $1 and "email" like $2 order by "id"',
    parameters: [since, '%@example.com'],
    columns: ['id', 'email'],
  });
  expect(Object.isFrozen(query) && Object.isFrozen(query.columns)).toBe(true);
  expect(newCustomers(since, 'example.org').parameters[1]).toBe('%@example.org');
});

test('columns are called by their aliases, in the order of the query', () => {
  const totals = defineQuery({
    name: 'totals',
    build: (db: QuerySource<Shop>) =>
      db
        .with('spent', (cte) =>
          cte
            .selectFrom('purchase')
            .select((row) => ['customer_id', row.fn.sum<string>('total').as('total')])
            .groupBy('customer_id'),
        )
        .selectFrom('customer')
        .innerJoin('spent', 'spent.customer_id', 'customer.id')
        .select(['spent.total', 'customer.id as key', sql<number>`1 + 1`.as('two')]),
  });
  expect(totals().columns).toEqual(['total', 'key', 'two']);
});

describe('a query whose columns nobody can know is refused', () => {
  test.each<[string, (db: QuerySource<Shop>) => Compilable<unknown>]>([
    ['selectAll', (db) => db.selectFrom('customer').selectAll()],
    ['selectAll of a table', (db) => db.selectFrom('customer').selectAll('customer')],
    ['no selection', (db) => db.selectFrom('customer')],
    ['raw SQL', () => sql`select 1`.compile({} as never) as never],
  ])('%s', (_, build) => {
    expect(defineQuery({ name: 'x', build })).toThrow(TypeError);
  });
});

test.each<[unknown, string]>([
  [undefined, 'the options must be an object'],
  [{ name: 'x' }, 'build must be a function, not undefined'],
  [{ name: '', build: () => undefined }, 'name must not be empty'],
  [{ name: 'x', builder: () => undefined }, 'Did you mean "build"?'],
])('the definition %o is refused', (definition, message) => {
  const misuse = () => defineQuery(definition as never);
  expect(misuse).toThrow(TypeError);
  expect(misuse).toThrow(message);
});
