import { expect, it } from 'vitest';
import { describeText } from './describe-text.js';

it.each([
  ['', 'an empty body'],
  [' \n', 'an empty body'],
  ['<!DOCTYPE html><title>Bad\n Gateway</title>', 'an HTML page ("Bad Gateway")'],
  ['\n<html><body>x', 'an HTML page'],
  ['{"code":"Succ', 'JSON that is cut short or broken'],
  ['[1,', 'JSON that is cut short or broken'],
  ['upstream connect error', 'text that is not JSON'],
])('describes %j as %s', (text, description) => {
  expect(describeText(text)).toBe(description);
});
