import { expect, it } from 'vitest';
import { isFormula } from './is-formula.js';

it.each([
  '=1+1',
  '=',
  '+1',
  '+49 30 1234567',
  '-',
  '-1+2',
  '-cmd',
  '-1-1',
  '- 5',
  '--5',
  '-5%',
  '-1,5',
  '-Infinity',
  '-0x10',
  '-1e',
  '-.',
  '@SUM(1)',
  '\t1',
  '\r1',
  '\n1',
  '\0',
  '\uff1d1',
  '\uff0b1',
  '\uff0d1',
  '\uff201',
  "=cmd|'/C calc'!A0",
  '=HYPERLINK("http://example.com","x")',
])('takes %j for a formula', (text) => {
  expect(isFormula(text)).toBe(true);
});

it.each([
  '',
  'text',
  '0',
  '5-3',
  'a=b',
  ' =1',
  "'=1",
  '"=1"',
  ';=1',
  '#N/A',
  '-5',
  '-12.50',
  '-.5',
  '-5.',
  '-1e9',
  '-1.5E-10',
  '-00012345678901234567890.123',
  '~',
  'é=',
  '−5',
  '\uff0c',
  '\uffff',
  '😀',
])('leaves %j alone', (text) => {
  expect(isFormula(text)).toBe(false);
});
