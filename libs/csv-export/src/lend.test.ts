import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { lend } from './lend.js';

it('passes a failure on once, and nothing of it is left for the process', async () => {
  const trouble = new Error('broken');
  const lent = lend(new Writable({ write: (_chunk, _encoding, done) => done(trouble) }));
  lent.write('x');
  expect(await once(lent, 'error')).toEqual([trouble]);
  for (let index = 0; index < 5; index += 1) await turn();
});

it('leaves no listener behind when it is ended', async () => {
  const destination = new Writable({ write: (_chunk, _encoding, done) => done() });
  const before = destination.eventNames();
  const lent = lend(destination);
  lent.end('x');
  await once(lent, 'close');
  expect(destination.eventNames()).toEqual(before);
  expect(destination.writableEnded).toBe(false);
});
