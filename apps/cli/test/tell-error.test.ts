import { expect, it } from 'vitest';
import { CliError } from '../src/errors/cli-error.js';
import { tellError } from '../src/errors/tell-error.js';
import { EXIT } from '../src/exit-code.js';
import { capturedIo } from './captured-io.js';

const error = new CliError('KEY', EXIT.database, 'ada@example.com is there twice', {
  anonymous: 'row 1 is there twice',
});

it('an error is told by its code and its message', () => {
  const { io, written } = capturedIo();
  expect(tellError(error, { io, options: {} })).toBe(EXIT.database);
  expect(written).toEqual({ stdout: '', stderr: 'error[KEY]: ada@example.com is there twice\n' });
});

it('its code stands out where there are colours', () => {
  const { io, written } = capturedIo({ env: { FORCE_COLOR: '1' } });
  tellError(error, { io, options: {} });
  expect(written.stderr).toContain('\u001b[31merror[KEY]:\u001b[39m ada@');
  tellError(error, { io, options: { color: false } });
  expect(written.stderr).toMatch(/\nerror\[KEY\]: /);
});

it('it has no personal data where that is asked for, with its stack neither', () => {
  const { io, written } = capturedIo();
  const options = { json: true, debug: true } as const;
  tellError(error, { io, options, anonymous: true });
  tellError(new Error('of bob@example.com'), { io, options, anonymous: true });
  expect(written.stderr).toMatch(/^error\[KEY\]: row 1 is there twice\n +at /);
  expect(`${written.stdout}${written.stderr}`).not.toContain('@example.com');
});
