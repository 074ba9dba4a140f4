import type { Output } from './io.js';
import { main } from './main.js';
import { EXIT } from './exit-code.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

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
    isTTY: stream.isTTY,
    get columns() {
      return stream.columns;
    },
  };
}

const stderr = unbreakable(process.stderr, () => undefined);
const stdout = unbreakable(process.stdout, (error) => {
  stderr.write(`The console output is incomplete: ${error.message}. The run goes on.\n`);
});

const exitCode = await main(process.argv.slice(2), {
  stdout,
  stderr,
  env: process.env,
  cwd: process.cwd(),
  now: Date.now,
  onInterrupt: (callback) => {
    for (const signal of SIGNALS) process.on(signal, callback);
    return () => {
      for (const signal of SIGNALS) process.off(signal, callback);
    };
  },
});
// A connection that was still being made when the user gave up would keep the process alive.
if (exitCode === EXIT.interrupted) process.exit(exitCode);
process.exitCode = exitCode;
