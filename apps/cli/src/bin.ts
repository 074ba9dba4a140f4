import { tellError } from './errors/tell-error.js';
import { EXIT } from './exit-code.js';
import { askedFor, main } from './main.js';
import { processIo } from './process-io.js';

const argv = process.argv.slice(2);
const io = processIo();

/** Where nothing is left to wait for, Node ends with exit code 0, wherever the work stands. */
function tellUnfinished(): void {
  const error = new Error(
    'the work was not done, and nothing was left to wait for. Code of a configuration file that waits for ever does this, too',
  );
  process.exitCode = tellError(error, { io, options: askedFor(argv) });
}

process.once('beforeExit', tellUnfinished);
const exitCode = await main(argv, io);
process.off('beforeExit', tellUnfinished);
// A connection that was still being made when the user gave up would keep the process alive.
if (exitCode === EXIT.interrupted) process.exit(exitCode);
process.exitCode = exitCode;
