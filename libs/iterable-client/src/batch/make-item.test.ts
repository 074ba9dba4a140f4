import { describe, expect, it } from 'vitest';
import { EVENTS, USERS } from '../../test/batch-items.js';
import type { BatchKind } from './batch-kind.js';
import { makeItem } from './make-item.js';

const make = (record: unknown, kind: BatchKind = USERS, mostBytes = 1000): unknown =>
  makeItem(kind, 7, record, mostBytes);

it('knows a user by the address without case, or by the id as it is', () => {
  expect(make({ email: 'Ada@Example.com' })).toEqual({
    item: {
      index: 7,
      record: { email: 'Ada@Example.com' },
      text: '{"email":"Ada@Example.com"}',
      bytes: 27,
      user: 'email ada@example.com',
      eventName: undefined,
      lane: 'email ada@example.com',
      mayHaveArrived: false,
    },
  });
  expect(make({ userId: 'Ada' })).toMatchObject({ item: { user: 'userId Ada' } });
});

it('puts events with ids of their own into lanes by these, and gives the others ids', () => {
  const event = { userId: 'u', eventName: 'one', createdAt: new Date(5000) };
  expect(make({ ...event, id: 'x-1' }, EVENTS)).toMatchObject({
    item: {
      eventName: 'one',
      lane: 'x-1',
      user: 'userId u',
      text: '{"userId":"u","eventName":"one","createdAt":5,"id":"x-1"}',
    },
  });
  expect(make(event, EVENTS)).toMatchObject({
    item: {
      lane: undefined,
      text: expect.stringMatching(/"id":"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"/) as string,
    },
  });
});

it('takes a name for none that is no text', () => {
  expect(make({ userId: 'u', eventName: 42 }, EVENTS)).toMatchObject({
    item: { eventName: undefined },
  });
});

describe('a record that cannot be sent', () => {
  const operation = 'users/bulkUpdate';

  it.each([
    [undefined, `${operation}: record must be an object`],
    [null, `${operation}: record must be an object`],
    [['a@example.com'], `${operation}: record must be an object`],
    [{}, `${operation}: record must have exactly one of email and userId`],
    [{ email: '' }, `${operation}: record.email must be a text that is not empty`],
    [
      { userId: 'u', dataFields: { n: Number.NaN } },
      `${operation}: record.dataFields.n is NaN, which JSON cannot hold`,
    ],
  ])('is told by its place: %o', (record, reason) => {
    expect(make(record)).toMatchObject({
      failure: {
        code: 'INVALID_INPUT',
        reason: expect.stringContaining(reason) as string,
        retryable: false,
        error: { code: 'INVALID_INPUT' },
      },
    });
  });

  it('is an event whose id or time is wrong', () => {
    const event = { userId: 'u', eventName: 'one' };
    expect(make({ ...event, id: 'an id' }, EVENTS)).toMatchObject({
      failure: { reason: expect.stringContaining('record.id must be 1 to 512') as string },
    });
    expect(make({ ...event, createdAt: 'now' }, EVENTS)).toMatchObject({
      failure: { reason: expect.stringContaining('record.createdAt must be a Date') as string },
    });
  });

  it.each([
    [27, { item: expect.anything() as unknown }],
    [
      26,
      {
        failure: {
          code: 'TOO_LARGE',
          reason: 'The record has 27 bytes, and a request has room for 26. Nothing was sent.',
          retryable: false,
        },
      },
    ],
  ])('is larger than the room for it: %i bytes', (mostBytes, made) => {
    expect(make({ email: 'ada@example.com' }, USERS, mostBytes)).toEqual(made);
  });

  it.each([
    ['an error', new RangeError('secret'), 'The record could not be read (RangeError).'],
    ['anything else', 'secret', 'The record could not be read (string).'],
  ])('is one whose getter throws %s, of which only the kind is told', (_, thrown, reason) => {
    const record = {
      get email(): string {
        throw thrown as Error;
      },
    };
    expect(make(record)).toEqual({
      failure: { code: 'INVALID_INPUT', reason, retryable: false, error: thrown },
    });
  });
});
