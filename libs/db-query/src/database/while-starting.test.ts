import { describe, expect, test } from 'vitest';
import { DatabaseError } from '../errors/database-error.js';
import type { DatabaseErrorCode } from '../errors/database-error-code.js';
import { whileStarting } from './while-starting.js';

/** Tries to connect; each try fails with the next code, and after the last one it works. */
async function attempt(
  codes: readonly DatabaseErrorCode[],
  { startupTimeoutMs = 30_000, retryRefused = false } = {},
): Promise<{ outcome: string; delays: number[]; tries: number }> {
  const delays: number[] = [];
  let time = 0;
  let tries = 0;
  const clock = {
    now: () => time,
    sleep: (ms: number) => {
      delays.push(ms);
      time += ms;
      return Promise.resolve();
    },
  };
  const connect = (): Promise<string> => {
    const code = codes[tries++];
    if (code === undefined) return Promise.resolve('connected');
    return Promise.reject(new DatabaseError({ code, message: code }));
  };
  const limits = { startupTimeoutMs, retryRefused };
  const outcome = await whileStarting(connect, limits, clock, undefined).catch(
    (error: Error) => error.message,
  );
  return { outcome, delays, tries };
}

const STARTING = Array.from({ length: 50 }, () => 'SERVER_STARTING' as const);

describe('the first connection', () => {
  test('is tried again while the server is starting, with growing pauses', async () => {
    expect(await attempt(STARTING.slice(0, 7))).toEqual({
      outcome: 'connected',
      delays: [100, 200, 400, 800, 1600, 2000, 2000],
      tries: 8,
    });
  });

  test('is given up with the last error when the time is over, after one last try', async () => {
    expect(await attempt(STARTING, { startupTimeoutMs: 1000 })).toEqual({
      outcome: 'SERVER_STARTING',
      delays: [100, 200, 400, 300],
      tries: 5,
    });
  });

  test('is tried once where there is no time', async () => {
    expect((await attempt(STARTING, { startupTimeoutMs: 0 })).tries).toBe(1);
  });

  test.each<DatabaseErrorCode>(['AUTHENTICATION_FAILED', 'CONNECTION_REFUSED', 'CANCELLED'])(
    'is not tried again after %s',
    async (code) => {
      expect(await attempt([code])).toEqual({ outcome: code, delays: [], tries: 1 });
    },
  );

  test('is tried again after a refusal only where that is asked for', async () => {
    const { outcome, tries } = await attempt(['CONNECTION_REFUSED', 'SERVER_STARTING'], {
      retryRefused: true,
    });
    expect([outcome, tries]).toEqual(['connected', 3]);
  });
});
