import { describe, expect, it } from 'vitest';
import { loadedPackages } from './loaded-packages.js';

describe('nothing is loaded that a command does not need', () => {
  it.each(['--help', '--version', 'run --help', 'completion bash', 'runn'])(
    '%s loads what reads arguments, and nothing else',
    async (line) => {
      const { packages } = await loadedPackages(line.split(' '));
      expect(packages).toEqual(['commander']);
    },
  );

  it('init without questions loads nothing that asks', async () => {
    const { exitCode, packages } = await loadedPackages(['init', '--yes']);
    expect(exitCode).toBe(0);
    expect(packages).not.toContain('@clack/prompts');
    expect(packages).not.toContain('pino');
  });
});
