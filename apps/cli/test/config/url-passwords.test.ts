import { describe, expect, it } from 'vitest';
import { passwordsOf, withoutPasswords } from '../../src/config/url-passwords.js';

describe('a URL is shown without its passwords', () => {
  it.each([
    ['postgres://reader:hunter2@db:5432/shop', 'postgres://reader:***@db:5432/shop'],
    ['postgresql://reader:hun%23ter2@db/shop', 'postgresql://reader:***@db/shop'],
    ['postgresql://reader:hun@ter2@db/shop', 'postgresql://reader:***@db/shop'],
    [
      'postgres://db/shop?user=a&password=hunter2&sslmode=require',
      'postgres://db/shop?user=a&password=***&sslmode=require',
    ],
    ['postgres://db/shop?sslpassword=hunter2', 'postgres://db/shop?sslpassword=***'],
  ])('%s', (url, shown) => {
    expect(withoutPasswords(url)).toBe(shown);
    expect(passwordsOf(url)?.join()).toMatch(/hun/);
  });

  it.each(['postgres://reader@DB/shop', 'sqlite:.iterable-sync/ledger.db', 'sqlite:/a@b/c'])(
    'as it is, where it has none: %s',
    (url) => {
      expect(withoutPasswords(url)).toBe(url);
      expect(passwordsOf(url)).toEqual([]);
    },
  );
});

describe('where it cannot be told which part is the password, nothing is shown', () => {
  it.each([
    'hunter2',
    'reader:hunter2@db/shop',
    'mysql://reader:hunter2@db/shop',
    'postgres:reader:hunter2@db/shop',
    'postgres://reader:hun#ter2@db/shop',
    'postgres://reader:12#ter2@db/shop',
    'postgres://reader:12/ter2@db/shop',
    'postgres://reader:12?ter2@db/shop',
    'postgres://reader:hunter2@db:port/shop',
  ])('%s', (url) => {
    expect(withoutPasswords(url)).toBeUndefined();
    expect(passwordsOf(url)).toBeUndefined();
  });
});
