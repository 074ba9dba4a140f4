import { createSandbox } from '@org/iterable-sandbox';

/** What a sandbox has used so far. */
export interface SandboxUsage {
  readonly cpuSeconds: number;
  readonly users: number;
  /** All that the process holds, garbage taken away. */
  readonly megabytes: number;
}

/** A sandbox in a process of its own; what it used is told on any message. */
const sandbox = await createSandbox({ apiKeys: [{ key: 'bench-key' }] });
process.on('message', () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const usage: SandboxUsage = {
    cpuSeconds: (user + system) / 1e6,
    users: sandbox.users.count(),
    megabytes: process.memoryUsage().rss / 1e6,
  };
  process.send?.(usage);
});
process.on('disconnect', () => process.exit());
process.send?.(sandbox.url);
