import { describe, it } from 'vitest';
import { golden } from './golden.js';

describe('--help', () => {
  it('of the program', () => golden('help', ['--help']));

  it.each(['run', 'config', 'demo', 'sandbox'])('of %s', (command) =>
    golden(`help-${command}`, [command, '--help']),
  );
});
