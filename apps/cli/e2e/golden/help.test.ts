import { describe, it } from 'vitest';
import { createProgram } from '../../src/program/create-program.js';
import { capturedIo } from '../../test/captured-io.js';
import { golden } from './golden.js';

const { commands } = createProgram(capturedIo().io, () => undefined);

describe('--help', () => {
  it('of the program', () => golden('help', ['--help']));

  it.each(commands.map((command) => command.name()))('of %s', (command) =>
    golden(`help-${command}`, [command, '--help']),
  );
});
