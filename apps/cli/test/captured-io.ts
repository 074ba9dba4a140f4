import { Readable } from 'node:stream';
import type { Io } from '../src/io.js';

/** A world that keeps what is written to it. */
export function capturedIo(io: Partial<Io> = {}) {
  const written = { stdout: '', stderr: '' };
  return {
    written,
    io: {
      stdin: Readable.from([]),
      stdout: { write: (text: string) => void (written.stdout += text) },
      stderr: { write: (text: string) => void (written.stderr += text) },
      env: {},
      cwd: '/nonexistent',
      now: Date.now,
      onInterrupt: () => () => undefined,
      onResize: () => () => undefined,
      onReopen: () => () => undefined,
      ...io,
    } satisfies Io,
  };
}
