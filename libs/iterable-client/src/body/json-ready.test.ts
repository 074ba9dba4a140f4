import fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { jsonReady } from './json-ready.js';
import { type ValuePath, pathText } from './path-text.js';

const refuse = (path: ValuePath, problem: string): never => {
  throw new RangeError(`${pathText(path)} ${problem}`);
};
const text = (value: unknown): string => JSON.stringify(jsonReady(value, refuse));

describe('jsonReady', () => {
  it('leaves a value that JSON can hold as it is, without a copy', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(jsonReady(value, refuse)).toBe(value);
      }),
    );
  });

  it('writes a Date in the form of Iterable, in UTC, without parts of a second', () => {
    const when = new Date('2026-01-13T14:30:45.999+02:00');
    expect(text({ dataFields: { at: when, all: [when] } })).toBe(
      '{"dataFields":{"at":"2026-01-13 12:30:45 +00:00","all":["2026-01-13 12:30:45 +00:00"]}}',
    );
  });

  it('never takes a text for a date or a number', () => {
    const fields = { a: '2026-01-13T14:30:45Z', b: '1234', c: 'NaN', d: 'null' };
    expect(JSON.parse(text(fields))).toEqual(fields);
  });

  it('writes a bigint digit by digit, up to 64 bits', () => {
    expect(text({ most: 2n ** 63n - 1n, least: -(2n ** 63n), one: 1n })).toBe(
      '{"most":9223372036854775807,"least":-9223372036854775808,"one":1}',
    );
  });

  it('leaves out undefined properties and keeps null', () => {
    expect(text({ gone: undefined, kept: null, list: [null] })).toBe('{"kept":null,"list":[null]}');
  });

  it('changes nothing of what it was given', () => {
    const given = { at: new Date(0), list: [1n, { at: new Date(0) }], deep: { plain: 1 } };
    const before = structuredClone(given);
    jsonReady(given, refuse);
    expect(given).toEqual(before);
  });

  it('keeps a field that is called __proto__', () => {
    const given = JSON.parse('{"__proto__":{"a":1},"b":1}') as Record<string, unknown>;
    given['at'] = new Date(0);
    expect(text(given)).toBe('{"__proto__":{"a":1},"b":1,"at":"1970-01-01 00:00:00 +00:00"}');
  });

  it('takes plain objects of another realm and without a prototype', () => {
    const foreign: unknown = runInNewContext('({ a: [1], at: new Date(0) })');
    expect(text(foreign)).toBe('{"a":[1],"at":"1970-01-01 00:00:00 +00:00"}');
    expect(text(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}');
  });

  it('takes the same object twice, which is no cycle', () => {
    const shared = { a: 1 };
    expect(text([shared, shared])).toBe('[{"a":1},{"a":1}]');
  });

  class Money {
    amount = 1;
  }

  it.each<[string, unknown, string]>([
    ['NaN', { score: Number.NaN }, 'body.score is NaN'],
    ['Infinity', { a: [1, -Infinity] }, 'body.a[1] is -Infinity'],
    ['a function', { a: { b: () => 1 } }, 'body.a.b is a function'],
    ['a symbol', { a: Symbol('x') }, 'body.a is a symbol'],
    ['undefined as the body', undefined, 'body is undefined'],
    ['undefined in a list', { a: [1, undefined] }, 'body.a[1] is undefined'],
    ['a hole in a list', { a: new Array(1) }, 'body.a[0] is undefined'],
    ['an invalid Date', { 'Sign up': new Date(Number.NaN) }, 'body["Sign up"] is a Date'],
    ['a Date beyond the year 9999', { at: new Date(8.64e15) }, 'body.at is a Date'],
    ['a bigint beyond 64 bits', { a: 2n ** 63n }, 'body.a is a bigint of more than 64 bits'],
    ['a bigint below 64 bits', { a: -(2n ** 63n) - 1n }, 'body.a is a bigint'],
    ['a Map', { a: new Map([[1, 2]]) }, 'body.a is an instance of Map'],
    ['a Set', [new Set([1])], 'body[0] is an instance of Set'],
    ['a Buffer', { a: Buffer.from('x') }, 'body.a is an instance of Buffer'],
    ['a class instance', { a: new Money() }, 'body.a is an instance of Money'],
    ['a boxed text', { a: Object('x') as unknown }, 'body.a is an instance of String'],
    ['an Error', { a: new Error('x') }, 'body.a is an instance of Error'],
    ['an own toJSON', { a: { toJSON: () => 'x' } }, 'body.a is an object that writes its own JSON'],
  ])('refuses %s with its place', (_, value, message) => {
    expect(() => jsonReady(value, refuse)).toThrow(message);
  });

  it('refuses a cycle, through objects and through lists', () => {
    const loop: Record<string, unknown> = { name: 'x' };
    loop['inner'] = { list: [loop] };
    expect(() => jsonReady({ loop }, refuse)).toThrow('body.loop.inner.list[0] contains itself');
  });

  it('refuses what is too deep instead of running out of stack', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(() => jsonReady(deep, refuse)).toThrow('is more than 200 levels deep');
  });

  it('never quotes the value it refuses', () => {
    const given = { a: Object.assign(() => 1, { secret: 'hunter2' }) };
    expect(() => jsonReady(given, refuse)).toThrow(/^(?!.*hunter2)/);
  });
});
