/**
 * The outcome of `work`, or a rejection as soon as the signal is aborted, even where the work does
 * not heed it. Leaves no listener on the signal.
 */
export async function untilAborted<Value>(
  signal: AbortSignal | undefined,
  work: () => Value | Promise<Value>,
): Promise<Value> {
  if (signal === undefined) return work();
  signal.throwIfAborted();
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    // The reason is the caller's own, whatever it is.
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
