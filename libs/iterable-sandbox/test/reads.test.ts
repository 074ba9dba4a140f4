import { describe, expect, it } from 'vitest';
import { call, refusal, startSandbox, track, updateUser } from './support.js';
import type { Sandbox } from '../src/index.js';

const email = 'ann@example.com';

async function sandboxWithAnn(): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: () => Date.UTC(2026, 0, 13, 14, 30, 45) });
  await updateUser(sandbox, { email, userId: 'a/b c', dataFields: { plan: 'pro' } });
  return sandbox;
}

describe('a profile', () => {
  it.each([
    '/api/users/getByEmail?email=ann%40example.com',
    '/api/users/getByEmail?email=ANN@example.com',
    '/api/users/ann@example.com',
    '/api/users/byUserId?userId=a%2Fb%20c',
    '/api/users/byUserId/a%2Fb%20c',
  ])('is read by %s', async (path) => {
    const sandbox = await sandboxWithAnn();
    const { status, body } = await call(sandbox, path);
    expect(status).toBe(200);
    expect(body).toEqual({
      user: {
        email,
        userId: 'a/b c',
        dataFields: {
          plan: 'pro',
          email,
          userId: 'a/b c',
          signupDate: '2026-01-13 14:30:45 +00:00',
          signupSource: 'API',
          profileUpdatedAt: '2026-01-13 14:30:45 +00:00',
          itblInternal: {
            documentCreatedAt: '2026-01-13 14:30:45 +00:00',
            documentUpdatedAt: '2026-01-13 14:30:45 +00:00',
            emailDomain: 'example.com',
          },
        },
      },
    });
  });

  it.each([
    '/api/users/getByEmail?email=bob@example.com',
    '/api/users/bob@example.com',
    '/api/users/byUserId?userId=bob',
    '/api/users/byUserId/bob',
  ])('that is not there is no error: %s', async (path) => {
    const sandbox = await sandboxWithAnn();
    const { status, body } = await call(sandbox, path);
    expect([status, body]).toEqual([200, {}]);
  });

  it.each([
    ['/api/users/getByEmail?email=bob', 'InvalidEmailAddressError'],
    ['/api/users/bob', 'InvalidEmailAddressError'],
    ['/api/users/byUserId?userId=%C3%A4', 'InvalidUserIdError'],
    ['/api/users/getByEmail', 'BadParams'],
    ['/api/users/byUserId', 'BadParams'],
  ])('is refused by %s', async (path, code) => {
    const sandbox = await sandboxWithAnn();
    expect(await call(sandbox, path)).toMatchObject(refusal(400, code));
  });
});

describe('events', () => {
  it.each(['/api/events/ann@example.com', '/api/events/byUserId/a%2Fb%20c'])(
    'are read by %s, the newest first, 30 where nothing is said',
    async (path) => {
      const sandbox = await sandboxWithAnn();
      for (let n = 1; n <= 31; n++) {
        await track(sandbox, { email, eventName: 'e', id: `e-${n}`, createdAt: 1000 + n });
      }
      const { body } = await call(sandbox, path);
      const { events } = body as { events: unknown[] };
      expect(events).toHaveLength(30);
      expect(events[0]).toEqual({
        id: 'e-31',
        eventName: 'e',
        email,
        userId: 'a/b c',
        createdAt: 1031,
        dataFields: {},
      });
      const { body: two } = await call(sandbox, `${path}?limit=2`);
      expect(two).toMatchObject({ events: [{ id: 'e-31' }, { id: 'e-30' }] });
    },
  );

  it('of a user who is not there are none', async () => {
    const sandbox = await sandboxWithAnn();
    const { status, body } = await call(sandbox, '/api/events/bob@example.com');
    expect([status, body]).toEqual([200, { events: [] }]);
  });

  it.each(['0', '201', '-1', '1.5', 'ten', ''])('are refused for limit=%s', async (limit) => {
    const sandbox = await sandboxWithAnn();
    expect(await call(sandbox, `/api/events/${email}?limit=${limit}`)).toMatchObject(
      refusal(400, 'BadParams'),
    );
  });
});
