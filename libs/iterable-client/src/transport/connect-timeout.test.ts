import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { connectTimeout } from './connect-timeout.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
});

/** As much of a socket as has to do with its beginning. */
function connecting(more: object = {}) {
  const destroy = vi.fn();
  const socket = Object.assign(new EventEmitter(), { destroy }, more);
  connectTimeout(socket as unknown as Socket);
  return { socket, destroy };
}

it('ends a connection that is not made within 10 seconds', () => {
  const { destroy } = connecting();
  vi.advanceTimersByTime(9999);
  expect(destroy).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(destroy.mock.calls).toEqual([
    [Object.assign(new Error('no connection within 10 s'), { code: 'CONNECT_TIMEOUT' })],
  ]);
});

it.each([
  ['made', {}, 'connect'],
  ['made and encrypted', { encrypted: true }, 'secureConnect'],
  ['closed', {}, 'close'],
])('waits no longer for one that is %s', (_, more, event) => {
  const { socket } = connecting(more);
  socket.emit(event);
  expect(vi.getTimerCount()).toBe(0);
});

it('still waits for one that is made and not yet encrypted', () => {
  const { socket, destroy } = connecting({ encrypted: true });
  socket.emit('connect');
  vi.advanceTimersByTime(10_000);
  expect(destroy).toHaveBeenCalledTimes(1);
});
