import { describe, it } from 'vitest';
import { golden } from './golden.js';

describe('init', () => {
  it('without an answer to anything', () => golden('init', ['init', '--yes']));

  it('of a table that is not in reach', () =>
    golden('init-table', ['init', '--table', 'orders', '--user-id', 'customer', '--json'], () => ({
      env: { DATABASE_URL: 'postgres://me:my-password@127.0.0.1:1/shop' },
    })));
});
