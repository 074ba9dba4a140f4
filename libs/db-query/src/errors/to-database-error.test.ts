import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { type ErrorContext, toDatabaseError } from './to-database-error.js';

const server = { host: 'db.example.com', port: 5432, database: 'shop', user: 'reader' };
const reading: ErrorContext = { server, doing: 'read from' };
const connecting: ErrorContext = { server, doing: 'connect to' };

function report(code: string, message: string): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError(message, 0, 'error'), { code, severity: 'ERROR' });
}

describe('an error of the network', () => {
  it('tells of every address that was tried', () => {
    const tried = ['::1', '127.0.0.1'].map((address) =>
      Object.assign(new Error(`connect ECONNREFUSED ${address}:5432`), { code: 'ECONNREFUSED' }),
    );
    const error = Object.assign(new AggregateError(tried), { code: 'ECONNREFUSED' });
    const { code, message } = toDatabaseError(error, connecting);
    expect(code).toBe('CONNECTION_REFUSED');
    expect(message).toContain('connect ECONNREFUSED ::1:5432; connect ECONNREFUSED 127.0.0.1:5432');
  });

  it('is a timeout while connecting, and a lost connection afterwards', () => {
    const error = Object.assign(new Error('read ETIMEDOUT'), { code: 'ETIMEDOUT' });
    expect(toDatabaseError(error, connecting).code).toBe('CONNECTION_TIMEOUT');
    expect(toDatabaseError(error, reading).code).toBe('CONNECTION_LOST');
  });

  it('that nobody knows is a lost connection', () => {
    const error = Object.assign(new Error('read EWHATEVER'), { code: 'EWHATEVER' });
    expect(toDatabaseError(error, reading).code).toBe('CONNECTION_LOST');
  });

  it.each([new Error('odd'), 'odd'])('of another kind is told: %s', (error) => {
    expect(toDatabaseError(error, reading)).toMatchObject({
      code: 'QUERY_FAILED',
      message: expect.stringContaining('odd') as string,
    });
  });
});

describe('a cancelled statement', () => {
  it.each([
    ['canceling statement due to statement timeout', false, 'STATEMENT_TIMEOUT'],
    ['canceling statement due to user request', true, 'CANCELLED'],
    ['storniere Anfrage wegen Zeitüberschreitung der Anfrage', true, 'STATEMENT_TIMEOUT'],
    ['storniere Anfrage wegen Benutzeraufforderung', false, 'CANCELLED'],
  ])('by "%s" with a time limit: %s is %s', (message, hasStatementTimeout, code) => {
    const context = { ...reading, hasStatementTimeout };
    expect(toDatabaseError(report('57014', message), context).code).toBe(code);
  });
});

it('what has been looked at is not changed', () => {
  const error = toDatabaseError(new Error('odd'), reading);
  expect(toDatabaseError(error, connecting)).toBe(error);
});
