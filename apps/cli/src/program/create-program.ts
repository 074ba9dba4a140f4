import { Command } from 'commander';
import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { decorate } from '../screen/decorate.js';
import { styleOf, widthOf } from '../screen/style.js';
import { version } from '../version.js';
import { addCompletion } from './completion.js';
import { addConfig } from './config.js';
import { addDemo } from './demo.js';
import { addDoctor } from './doctor.js';
import { addExport } from './export.js';
import { addFailures } from './failures.js';
import { addInit } from './init.js';
import { narrowHelp } from './narrow-help.js';
import { addPlan } from './plan.js';
import type { Program } from './program.js';
import { addRun } from './run.js';
import { addSandbox } from './sandbox.js';
import { addStatus } from './status.js';

/** The commands, in the order of the help. */
const COMMANDS: readonly ((to: Program) => void)[] = [
  addInit,
  addDoctor,
  addRun,
  addPlan,
  addExport,
  addStatus,
  addFailures,
  addConfig,
  addDemo,
  addSandbox,
  addCompletion,
];

/** The command line: what there is to call. Commands are loaded when they are called. */
export function createProgram(io: Io, end: (exitCode: ExitCode) => void): Command {
  const errorStyle = styleOf({ output: io.stderr, env: io.env });
  const program = new Command('iterable-sync')
    .description('Puts the rows of a PostgreSQL query into Iterable, exact about every row.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureHelp(narrowHelp)
    .showHelpAfterError('(--help shows what there is)')
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, write) =>
        write(decorate(text.replace(/^error:/, 'error[USAGE]:'), errorStyle)),
      getOutHelpWidth: () => widthOf({ output: io.stdout, env: io.env }),
      getErrHelpWidth: () => widthOf({ output: io.stderr, env: io.env }),
    })
    .addHelpText('after', EXIT_CODES);
  for (const add of COMMANDS) add({ program, io, end });
  return program;
}

const EXIT_CODES = `
Exit codes:
  0    all rows are accounted for and none failed
  1    some rows failed
  2    usage or configuration
  3    Iterable refused the credentials
  4    database or ledger
  5    Iterable is out of reach
  6    internal
  130  interrupted`;
