import { peers } from './peers.ts';

/** How a client is to be driven. */
export interface Drive {
  readonly atOnce: number;
  readonly milliseconds: number;
}

/** What came of it. */
export interface Driven {
  readonly requests: number;
  readonly milliseconds: number;
  /** CPU time of this process, its garbage collector included. */
  readonly cpuMicroseconds: number;
}

const [name = '', url = ''] = process.argv.slice(2);
const send = await peers[name]?.(url);
if (send === undefined) throw new Error(`No such peer: ${name}`);

async function drive({ atOnce, milliseconds }: Drive): Promise<Driven> {
  let requests = 0;
  const cpu = process.cpuUsage();
  const start = performance.now();
  const end = start + milliseconds;
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      const reply = (await send?.()) as { code?: unknown };
      if (reply.code !== 'Success') throw new Error(`${name} got another reply`);
      requests += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  const { user, system } = process.cpuUsage(cpu);
  return { requests, milliseconds: performance.now() - start, cpuMicroseconds: user + system };
}

process.on('message', (message: Drive) => {
  void drive(message).then((driven) => process.send?.(driven));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
