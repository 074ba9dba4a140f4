import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addUsers, createWorld } from '../world.js';
import { doctor } from './ask-doctor.js';
import { closedPort, listen, silentPort, urlOf } from './loopback.js';

describe('Iterable', () => {
  it('out of reach: exit code 5', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const env = { ITERABLE_BASE_URL: urlOf(await closedPort()) };
    const { exitCode, named, check } = await doctor(world, { env });
    expect(exitCode).toBe(5);
    expect(named('failed')).toEqual(['Iterable']);
    expect(check('Iterable')).toMatchObject({
      found: expect.stringContaining('ECONNREFUSED'),
      advice: expect.stringContaining('ITERABLE_BASE_URL'),
    });
    for (const name of ['clock', 'API key']) expect(check(name).found).toBe('needs Iterable');
    expect(check('values').status).toBe('ok');
  });

  it('that never answers', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const env = { ITERABLE_BASE_URL: urlOf(await silentPort()) };
    const { exitCode, named, check } = await doctor(world, { env, argv: ['--time-limit', '5'] });
    expect(exitCode).toBe(5);
    expect(named('failed')).toEqual(['Iterable']);
    expect(check('Iterable')).toMatchObject({
      found: 'not done within 5 s',
      advice: expect.stringContaining('--time-limit'),
    });
  });

  it('something else in its place', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end('<html>Welcome to the hotel</html>');
    });
    const env = { ITERABLE_BASE_URL: urlOf(await listen(server)) };
    const { exitCode, named, check } = await doctor(world, { env });
    expect(exitCode).toBe(5);
    expect(named('failed')).toEqual(['Iterable']);
    expect(check('Iterable').found).toContain('not as Iterable does');
  });

  it('that is busy says nothing of the key', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    world.sandbox.faults.add({ operation: 'users/getFields', replies: [{ status: 429 }] });
    const { exitCode, named, check } = await doctor(world);
    expect(exitCode).toBe(0);
    expect(named('warning')).toEqual(['API key']);
    expect(check('profiles').found).toBe('needs API key');
  });
});
