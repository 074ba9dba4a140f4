import { EXIT } from './exit-code.js';
import { main } from './main.js';
import { processIo } from './process-io.js';

const exitCode = await main(process.argv.slice(2), processIo());
// A connection that was still being made when the user gave up would keep the process alive.
if (exitCode === EXIT.interrupted) process.exit(exitCode);
process.exitCode = exitCode;
