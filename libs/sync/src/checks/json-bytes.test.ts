import { IterableClient } from '@org/iterable-client';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { UserPayload } from '../define-sync.js';
import { jsonBytes, jsonBytesAtMost } from './json-bytes.js';

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary' }), fc.option(tie('any'), { nil: undefined })),
  ),
})).any;

it.each(['\0'.repeat(50), '\u2028', '€', '😀', '"\\\n'])('bounds the bytes of %j', (text) => {
  const bytes = Buffer.byteLength(JSON.stringify({ text }));
  expect(jsonBytes({ text })).toBe(bytes);
  expect(jsonBytesAtMost({ text })).toBeGreaterThanOrEqual(bytes);
});

it('counts the bytes that the client sends, and never more than its bound', async () => {
  let sent = 0;
  const fetch = async (request: URL | Request | string): Promise<Response> => {
    sent = (await (request as Request).bytes()).length;
    return Response.json({ msg: '', code: 'Success', params: null });
  };
  const client = new IterableClient({ apiKey: 'test-key', fetch });
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), value), async (dataFields) => {
      const record = { email: 'ada@example.com', dataFields } as UserPayload;
      await client.users.update(record);
      expect(jsonBytes(record)).toBe(sent);
      expect(jsonBytesAtMost(record)).toBeGreaterThanOrEqual(jsonBytes(record));
    }),
    { numRuns: 200 },
  );
});
