import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { configText } from '../../src/init/config-text.js';
import type { NewSync } from '../../src/init/new-sync.js';

const SYNC: NewSync = {
  kind: 'sql',
  name: 'orders',
  table: 'orders',
  columns: ['id', 'user_id'],
  known: true,
  leftOut: [],
  mapping: {
    key: 'id',
    identifier: { property: 'userId', column: 'user_id' },
    event: { name: 'Ordered: it\'s "new"', createdAt: 'placed at' },
  },
};

const CONFIG = {
  syncs: {
    orders: {
      sql: 'sql/orders.sql',
      key: 'id',
      userId: 'user_id',
      event: { name: 'Ordered: it\'s "new"', createdAt: 'placed at' },
    },
  },
};

it('YAML, with comments for people and editors', () => {
  const text = configText(SYNC, 'yaml', './schema.json');
  expect(parse(text)).toEqual(CONFIG);
  expect(text).toMatchInlineSnapshot(`
    "# yaml-language-server: $schema=./schema.json
    syncs:
      # The name is part of event ids and of the ledger: keep it.
      orders:
        sql: sql/orders.sql
        # The column that tells the rows apart. It never changes for a row.
        key: id
        # The column that says whose row it is. All other columns become fields.
        userId: user_id
        # An event for each row, with the same fields.
        event:
          name: "Ordered: it's \\"new\\""
          createdAt: "placed at"
    "
  `);
});

it('JSON', () => {
  const text = configText(SYNC, 'json', './schema.json');
  expect(JSON.parse(text)).toEqual({ $schema: './schema.json', ...CONFIG });
});

it('TypeScript', () => {
  expect(configText(SYNC, 'ts', './schema.json')).toMatchInlineSnapshot(`
    "import { defineConfig } from '@org/cli';

    export default defineConfig({
      syncs: {
        // The name is part of event ids and of the ledger: keep it.
        orders: {
          sql: 'sql/orders.sql',
          // The column that tells the rows apart. It never changes for a row.
          key: 'id',
          // The column that says whose row it is. All other columns become fields.
          userId: 'user_id',
          // An event for each row, with the same fields.
          event: {
            name: 'Ordered: it\\'s "new"',
            createdAt: 'placed at',
          },
        },
      },
    });
    "
  `);
});

it('the built-in sync', () => {
  const text = configText({ kind: 'builtIn', name: 'mine' }, 'yaml', './schema.json');
  expect(parse(text)).toEqual({ syncs: { mine: { builtIn: 'recent_engagement', days: 7 } } });
});

it.each(['no', 'True', '2024', '_x', 'null', '007'])('the name %s stays a text in YAML', (name) => {
  const text = configText({ kind: 'builtIn', name }, 'yaml', './schema.json');
  const { syncs } = parse(text, { version: '1.1' }) as { syncs: object };
  expect(Object.keys(syncs)).toEqual([name]);
});
