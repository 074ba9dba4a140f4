import { describe, expect, it } from 'vitest';
import { type Decoded, decoderOf } from './decoder.js';

/** What a stream of one piece is made of. */
function decode(stream: 'lines' | 'json-lines', text: string): Decoded {
  const decoder = decoderOf(stream);
  const { items, bad } = decoder.push(Buffer.from(text));
  const last = decoder.end();
  const found = bad ?? last.bad;
  return { items: [...items, ...last.items], ...(found && { bad: found }) };
}

describe('a first record', () => {
  it.each([
    { data: 'all that it has' },
    { code: 'PROMO-5', data: 1 },
    { message: 'hello' },
    { code: 'x', msg: 'y', email: 'ada@example.com' },
  ])('is one although it looks like an envelope: %j', (record) => {
    expect(decode('json-lines', JSON.stringify(record))).toEqual({ items: [record] });
  });

  it.each([
    { code: 'RateLimitExceeded', msg: 'slow down' },
    { error: 'internal', message: 'an error' },
  ])('is none where it reports a failure and nothing else: %j', (envelope) => {
    const line = JSON.stringify(envelope);
    expect(decode('json-lines', line)).toEqual({ items: [], bad: { reported: line } });
  });

  it('may be all alike further down', () => {
    const lines = ['{"email":"ada@example.com"}', '{"code":"x","msg":"y"}'];
    expect(decode('json-lines', lines.join('\n')).items).toEqual(
      lines.map((line) => JSON.parse(line) as unknown),
    );
  });
});

it('has the good items before a bad one', () => {
  expect(decode('json-lines', '{"a":1}\n[2]\n{"a":3}\n')).toEqual({
    items: [{ a: 1 }],
    bad: { problem: 'line 2, which is no JSON object' },
  });
});

it('tells of a line without an end', () => {
  const decoder = decoderOf('lines');
  expect(decoder.push(Buffer.from('first\n'))).toEqual({ items: ['first'] });
  expect(decoder.push(Buffer.alloc(17 * 1024 * 1024, 'x'))).toEqual({
    items: [],
    bad: { problem: 'a line without an end' },
  });
});

it('tells of a line that its last character makes too long', () => {
  const decoder = decoderOf('lines');
  decoder.push(Buffer.alloc(16 * 1024 * 1024, 'x'));
  // The first byte of a character whose others never come.
  decoder.push(Buffer.from([0xe2]));
  expect(decoder.end().bad).toEqual({ problem: 'a line without an end' });
});
