import { createSandbox } from '../dist/index.js';

/** A sandbox in a process of its own; its memory and the time it used are asked for by message. */
const sandbox = await createSandbox({ apiKeys: [{ key: 'bench-key' }] });
process.on('message', () => {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send?.({
    rss,
    heapUsed,
    cpuSeconds: (user + system) / 1e6,
    users: sandbox.users.count(),
  });
});
process.send?.({ url: sandbox.url });
