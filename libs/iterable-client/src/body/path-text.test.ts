import { expect, it } from 'vitest';
import { pathText } from './path-text.js';

it('writes a path as code does', () => {
  expect(pathText(['body', 'users', 3, 'dataFields', 'Number of Purchases', '1st', 'a"b'])).toBe(
    'body.users[3].dataFields["Number of Purchases"]["1st"]["a\\"b"]',
  );
});
