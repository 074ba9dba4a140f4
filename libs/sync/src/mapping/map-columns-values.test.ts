import { describe, expect, it } from 'vitest';
import { COLUMNS, ROW, send, valueOf } from '../../test/mapping.js';

describe('what values become', () => {
  const at = new Date('2026-01-13T14:30:45Z');
  it.each<[string, unknown, unknown]>([
    ['text', '1234', '1234'],
    ['text', '2026-01-13', '2026-01-13'],
    ['bigint', 9007199254740993n, 9007199254740993n],
    ['integer', 7, 7],
    ['numeric(10,2)', '10.50', 10.5],
    ['numeric', '9007199254740993', 9007199254740993n],
    ['double precision', 0.1, 0.1],
    ['boolean', false, false],
    ['timestamp with time zone', at, at],
    ['timestamp without time zone', '2026-01-13 14:30:45.5', new Date('2026-01-13T14:30:45.500Z')],
    ['date', '2026-01-13', '2026-01-13'],
    ['interval', '1 day', '1 day'],
    ['jsonb', { a: [1, null] }, { a: [1, null] }],
    ['json', 'text', 'text'],
    ['integer[]', [1, null, [2]], [1, null, [2]]],
    ['numeric[]', ['1.5', null], [1.5, null]],
    ['date[]', ['2026-01-13'], ['2026-01-13']],
    ['mood[]', ['ok', null], ['ok', null]],
    ['text', null, null],
    ['bigint[]', null, null],
  ])('%s %o', (type, value, sent) => {
    expect(valueOf(type, value)).toEqual(sent);
  });

  it.each<[string, unknown, RegExp]>([
    ['numeric', '0.12345678901234567890', /digit by digit/],
    ['numeric', 'NaN', /digit by digit/],
    ['numeric[]', ['1', 'Infinity'], /digit by digit/],
    ['double precision', NaN, /is NaN/],
    ['real', -Infinity, /is -Infinity/],
    ['timestamp with time zone', 'infinity', /is infinity/],
    ['timestamp with time zone', new Date(NaN), /is infinity or out of/],
    ['timestamp with time zone', new Date('-000043-03-15T10:00:00Z'), /is infinity or out of/],
    ['timestamp with time zone', new Date('+010000-01-01T00:00:00Z'), /is infinity or out of/],
    ['timestamp without time zone', '0044-03-15 10:00:00 BC', /out of the years/],
    ['date', 'infinity', /is infinity/],
    ['date', at, /does not have/],
    ['boolean', 't', /does not have/],
    ['integer', '7', /does not have/],
    ['text[]', 'a', /does not have/],
    ['text', Buffer.from('a'), /does not have/],
  ])('refuses %s %o', (type, value, problem) => {
    const reason = valueOf(type, value);
    expect(reason).toMatch(problem);
    expect(reason).toMatch(/^Not sent: the column "x" \(/);
  });

  it('sends numbers as text where that is asked for', () => {
    expect(valueOf('numeric', '0.12345678901234567890', { numeric: 'text' })).toBe(
      '0.12345678901234567890',
    );
    expect(valueOf('integer', 7, { numeric: 'text' })).toBe(7);
    expect(valueOf('integer', 7, { text: ['x'] })).toBe('7');
    expect(valueOf('bigint[]', [7n, null], { text: ['x'] })).toEqual(['7', null]);
    expect(valueOf('boolean', true, { text: ['x'] })).toBe('true');
    expect(valueOf('numeric', '1.50', { text: ['x'] })).toBe('1.50');
  });

  it('leaves NULL out with nulls: omit', () => {
    expect(send({ nulls: 'omit' }, COLUMNS, { ...ROW, page: null }).user?.dataFields).toEqual({
      first_name: 'Ada',
      plan_type: 'pro',
      event_time: ROW.event_time,
    });
  });
});
