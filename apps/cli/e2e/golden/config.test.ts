import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { golden } from './golden.js';

const DOTENV = `DATABASE_URL=postgres://reader:hunter2-hunter2@db.internal.example.com:5432/shop
ITERABLE_API_KEY=0123456789abcdef0123456789abcdef
`;

const PROJECT = `syncs:
  plans:
    sql: sql/plans.sql
    key: id
    email: email
    event:
      name: plan_changed
`;

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe('the configuration', () => {
  it('with where each value comes from', () =>
    golden('config', ['config', '--jwt', '--output-dir', 'out'], () => ({
      folder: folderOf({ '.env': DOTENV, 'iterable-sync.config.yaml': PROJECT }),
      env: { ITERABLE_JWT_SECRET: 'a-secret-of-at-least-32-characters' },
    })));

  it('as far as it can be told, and what is wrong', () =>
    golden('config-problems', ['config'], () => ({
      folder: folderOf({ '.env': 'DATABASE_URL=postgres://db\nLOG_LEVEL=loud\n' }),
    })));
});
