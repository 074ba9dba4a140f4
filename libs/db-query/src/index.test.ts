import { expect, it } from 'vitest';
import { name } from './index.js';
it('works', () => {
  expect(name).toBe('@org/db-query');
});
