import { describe, expect, it } from 'vitest';
import { callUrl } from './call-url.js';
import { type ValuePath, pathText } from '../body/path-text.js';

const refuse = (path: ValuePath, problem: string): never => {
  throw new RangeError(`${pathText(path)} ${problem}`);
};
const BASE = 'https://api.iterable.com';

describe('callUrl', () => {
  it('encodes path parameters so that they stay one segment', () => {
    const url = callUrl(
      BASE,
      '/api/users/{email}',
      { pathParams: { email: 'a/b?c#d@e.f' } },
      refuse,
    );
    expect(url).toBe(`${BASE}/api/users/a%2Fb%3Fc%23d%40e.f`);
  });

  it('writes the query: lists several times, dates as Iterable does, nothing for undefined', () => {
    const query = {
      email: 'a+b@example.com',
      n: 1,
      on: true,
      at: new Date(0),
      ids: [1, 2],
      no: undefined,
    };
    expect(callUrl(BASE, '/api/x', { query }, refuse)).toBe(
      `${BASE}/api/x?email=a%2Bb%40example.com&n=1&on=true&at=1970-01-01+00%3A00%3A00+%2B00%3A00&ids=1&ids=2`,
    );
  });

  it.each(['', '.', '..'])('refuses %j, which would reach another path', (id) => {
    expect(() => callUrl(BASE, '/api/users/{id}', { pathParams: { id } }, refuse)).toThrow(
      'pathParams.id must not be empty or dots alone',
    );
  });

  it.each<[string, unknown]>([
    ['a missing one', undefined],
    ['null', null],
    ['NaN', Number.NaN],
    ['an object', {}],
    ['half a surrogate pair', '\ud800'],
    ['an invalid Date', new Date(Number.NaN)],
  ])('refuses %s as a path parameter', (_, id) => {
    expect(() =>
      callUrl(BASE, '/api/users/{id}', { pathParams: { id: id as string } }, refuse),
    ).toThrow('pathParams.id');
  });
});
