import { expect, it } from 'vitest';
import { onScreen } from '../../src/session/on-screen.js';
import { capturedIo } from '../captured-io.js';

const log = { level: 'INFO', file: '/nonexistent', format: 'text' } as const;

it.each([
  [false, /ada@example\.com/],
  [true, /^error\[INTERNAL\]: the place \[email\]/],
])('with LOG_REDACT %s an error tells of an address: %s', async (redact, told) => {
  const { io, written } = capturedIo();
  const config = { log: { ...log, redact }, secrets: [] };
  const exitCode = await onScreen(config, {}, io, () => {
    throw new Error('the place ada@example.com is not one');
  });
  expect(exitCode).toBe(6);
  expect(written.stderr).toMatch(told);
  expect(written.stderr.includes('ada@')).toBe(!redact);
});
