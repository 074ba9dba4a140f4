import { createSandbox } from '@org/iterable-sandbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addUsers, API_KEY, createWorld, JWT_SECRET } from '../world.js';
import { doctor } from './ask-doctor.js';

describe('the credentials', () => {
  it('a key that Iterable does not know: exit code 3', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const env = { ITERABLE_API_KEY: 'not-the-key-that-it-knows-000000' };
    const { exitCode, check, named, stdout, stderr } = await doctor(world, { env });
    expect(exitCode).toBe(3);
    expect(named('failed')).toEqual(['API key']);
    expect(check('API key').found).toContain('does not know it');
    expect(check('API key').advice).toContain('ITERABLE_API_KEY');
    expect(check('profiles').found).toBe('needs API key');
    expect(check('clock').status).toBe('ok');
    expect(stdout + stderr).not.toContain('not-the-key');
  });

  it('a read-only key, which knows the fields and reaches no profile', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const sandbox = await createSandbox({ apiKeys: [{ key: API_KEY, readOnly: true }] });
    onTestFinished(() => sandbox.close());
    const { exitCode, named, check } = await doctor(
      { ...world, sandbox },
      { env: { ITERABLE_BASE_URL: sandbox.url } },
    );
    expect(exitCode).toBe(3);
    expect(named('failed')).toEqual(['profiles']);
    expect(check('profiles').advice).toContain('not read-only');
  });

  it('a key that needs a token, and is to be used without', async () => {
    const world = await createWorld({ jwt: true });
    await addUsers(world, 1);
    const { exitCode, named, check } = await doctor(world, { argv: ['--no-jwt'] });
    expect(exitCode).toBe(3);
    expect(named('failed')).toEqual(['API key']);
    expect(check('API key').advice).toContain('USE_JWT_AUTH=true');
  });

  it('a key that needs no token, and is to be used with one', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const { exitCode, named, check } = await doctor(world, {
      argv: ['--jwt'],
      env: { ITERABLE_JWT_SECRET: JWT_SECRET },
    });
    expect(exitCode).toBe(0);
    expect(named('warning')).toEqual(['API key']);
    expect(check('API key').advice).toContain('USE_JWT_AUTH=false');
  });

  it('JWT without a secret falls back to the key, as a run does', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const { exitCode, named, check } = await doctor(world, { argv: ['--jwt'] });
    expect(exitCode).toBe(0);
    expect(named('warning')).toEqual(['JWT']);
    expect(check('JWT').found).toContain('ITERABLE_JWT_SECRET is not set');
    expect(check('profiles').status).toBe('ok');
  });

  it('the secret of another key', async () => {
    const world = await createWorld({ jwt: true });
    await addUsers(world, 1);
    const env = { ITERABLE_JWT_SECRET: 'the-secret-of-another-key-0123456789' };
    const { exitCode, named, check, stdout, stderr } = await doctor(world, { env });
    expect(exitCode).toBe(3);
    expect(named('failed')).toEqual(['JWT at Iterable']);
    expect(check('JWT at Iterable')).toMatchObject({
      found: expect.stringContaining('JWT is invalid'),
      advice: expect.stringContaining('ITERABLE_JWT_SECRET'),
    });
    expect(stdout + stderr).not.toContain('the-secret-of');
  });

  it('tokens that ended before they arrive, since the clock is behind', async () => {
    const world = await createWorld({ jwt: true });
    await addUsers(world, 1);
    world.sandbox.faults.add({
      operation: '*',
      probability: 1,
      replies: [{ clockSkewMs: 7_200_000 }],
    });
    const { exitCode, named, check } = await doctor(world);
    expect(exitCode).toBe(3);
    expect(named('failed')).toEqual(['clock', 'JWT at Iterable']);
    expect(check('clock').found).toMatch(/^7(19\d|20\d) s behind Iterable's: tokens have ended/);
    expect(check('JWT at Iterable').advice).toContain('clock of this machine');
  });

  it('tokens that begin in the future, since the clock is ahead', async () => {
    const world = await createWorld({ jwt: true });
    await addUsers(world, 1);
    world.sandbox.faults.add({
      operation: '*',
      probability: 1,
      replies: [{ clockSkewMs: -90_000 }],
    });
    const { exitCode, named, check } = await doctor(world);
    expect(exitCode).toBe(3);
    expect(named('warning')).toEqual(['clock']);
    expect(check('clock').found).toMatch(
      /^(89|9\d) s ahead of Iterable's: tokens begin in the future/,
    );
    expect(named('failed')).toEqual(['JWT at Iterable']);
  });

  it('without tokens a clock that is off is a warning', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    world.sandbox.faults.add({
      operation: '*',
      probability: 1,
      replies: [{ clockSkewMs: 90_000 }],
    });
    const { exitCode, named, check } = await doctor(world);
    expect(exitCode).toBe(0);
    expect(named('warning')).toEqual(['clock']);
    expect(check('clock').advice).toContain('NTP');
  });

  it('--as names the user who is asked about', async () => {
    const world = await createWorld({ jwt: true });
    const { exitCode } = await doctor(world, { argv: ['--as', 'ada@example.com'] });
    expect(exitCode).toBe(0);
    expect(world.sandbox.requests.at(-1)).toMatchObject({
      operation: 'inApp/getMessages',
      query: { email: 'ada@example.com' },
    });
  });
});
