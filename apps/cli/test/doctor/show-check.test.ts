import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/doctor/examination.js';
import { showCheck } from '../../src/doctor/show-check.js';
import { Screen } from '../../src/screen/screen.js';
import { capturedIo } from '../captured-io.js';

const failedCheck: CheckResult = {
  name: 'output folder',
  status: 'failed',
  found: 'one\ntwo with hunter2-hunter2',
  advice: 'mend it',
  details: ['more'],
  durationMs: 1,
  exitCode: 2,
};

function show(check: Partial<CheckResult>, { verbose = false, quiet = false } = {}) {
  const { io, written } = capturedIo({ env: { LANG: 'C.UTF-8' } });
  const screen = new Screen(io, {
    level: quiet ? 'ERROR' : 'INFO',
    secrets: ['hunter2-hunter2'],
  });
  showCheck(screen, { ...failedCheck, ...check }, { verbose, quiet });
  return written;
}

describe('a check', () => {
  it('has what was found beside its name, and what to do below, without secrets', () => {
    expect(show({}).stdout.split('\n')).toEqual([
      '✗ output folder       one',
      '                      two with [redacted]',
      '                      -> mend it',
      '',
    ]);
  });

  it('has its details where all is to be told', () => {
    expect(show({}, { verbose: true }).stdout).toContain('                      more\n');
  });

  it('tells of which sync it is, where there are several', () => {
    const about = { sync: 'plans', found: 'fine', status: 'ok' } as const;
    expect(show(about).stdout).toContain('✓ output folder       fine');
    expect(show({ ...about, ofSeveral: true }).stdout).toContain('plans: fine');
  });

  it('that was skipped says so', () => {
    const { stdout } = show({ status: 'skipped', found: 'needs database' });
    expect(stdout).toContain('· output folder       skipped (needs database)');
  });

  it('that failed is all that a quiet console shows, on stderr', () => {
    expect(show({}, { quiet: true })).toMatchObject({
      stdout: '',
      stderr: expect.stringContaining('✗ output folder'),
    });
    expect(show({ status: 'warning' }, { quiet: true })).toEqual({ stdout: '', stderr: '' });
  });
});
