import { clearTimeout, setTimeout } from 'node:timers';
import { applyFault, RESET, type PlainFault } from '../faults/apply-fault.js';
import type { FaultReply } from '../faults/fault-reply.js';
import type { Exchange } from './exchange.js';
import type { Reply } from './reply.js';

/** Ends an exchange as a fault wants it. `work` does what the request asks for. */
export async function replyWithFault(
  exchange: Exchange,
  fault: FaultReply,
  work: (skewMs?: number) => Reply | Promise<Reply>,
): Promise<void> {
  exchange.fault = true;
  if ('bodyDelayMs' in fault) {
    exchange.reply({ ...(await work()), bodyDelayMs: fault.bodyDelayMs });
    return;
  }
  if ('clockSkewMs' in fault) {
    const reply = await work(fault.clockSkewMs);
    const date = new Date(exchange.at + fault.clockSkewMs).toUTCString();
    exchange.reply({ ...reply, headers: { ...reply.headers, date } });
    return;
  }
  const plain: PlainFault | undefined = 'delayMs' in fault ? fault.then : fault;
  const outcome = plain ? await applyFault(plain, work) : await work();
  if ('delayMs' in fault) await pause(fault.delayMs, exchange);
  if (outcome === RESET) exchange.reset();
  else exchange.reply(outcome);
}

/** Waits, but no longer than the connection lives. */
function pause(ms: number, { request }: Exchange): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      request.socket.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    request.socket.once('close', done);
  });
}
