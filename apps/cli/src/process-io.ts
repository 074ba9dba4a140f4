import type { EventEmitter } from 'node:events';
import { isatty } from 'node:tty';
import type { Io, Output, Subscribe } from './io.js';

/** The world of this process. */
export function processIo(): Io {
  const stderr = unbreakable(process.stderr, () => undefined);
  const stdout = unbreakable(process.stdout, (error) => {
    stderr.write(`The console output is incomplete: ${error.message}. The run goes on.\n`);
  });
  return {
    // Made when it is asked for: most commands never read.
    get stdin() {
      return process.stdin;
    },
    stdout,
    stderr,
    env: process.env,
    cwd: process.cwd(),
    now: Date.now,
    onInterrupt: each(ends().map((signal) => [process, signal])),
    onReopen: each(hasTerminal() ? [] : [[process, 'SIGHUP']]),
    onResize: each([
      [process.stdout, 'resize'],
      [process.stderr, 'resize'],
    ]),
  };
}

/** Where a terminal goes away, a run ends with it. Without one SIGHUP means what daemons take it for. */
function ends(): NodeJS.Signals[] {
  return ['SIGINT', 'SIGTERM', ...(hasTerminal() ? (['SIGHUP'] as const) : [])];
}

function hasTerminal(): boolean {
  return [0, 1, 2].some((descriptor) => isatty(descriptor));
}

/** Listens to events of several emitters as to one. */
function each(events: readonly (readonly [EventEmitter, string])[]): Subscribe {
  return (callback) => {
    // Signal handlers are given arguments that callbacks don't take.
    const listener = (): void => callback();
    for (const [emitter, event] of events) emitter.on(event, listener);
    return () => {
      for (const [emitter, event] of events) emitter.off(event, listener);
    };
  };
}

/** A stream that can break without breaking the run: what follows is no longer shown. */
function unbreakable(stream: NodeJS.WriteStream, tell: (error: Error) => void): Output {
  let broken = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    const first = !broken;
    broken = true;
    // A reader that has seen enough (`| head`) is no error.
    if (first && error.code !== 'EPIPE') tell(error);
  });
  return {
    write: (text) => broken || stream.write(text),
    drained: () =>
      new Promise((resolve) => {
        if (broken || !stream.writableNeedDrain) return resolve();
        for (const event of ['drain', 'error']) stream.once(event, resolve);
      }),
    isTTY: stream.isTTY,
    get columns() {
      return stream.columns;
    },
  };
}
