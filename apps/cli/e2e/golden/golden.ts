import { join } from 'node:path';
import { expect } from 'vitest';
import { runCli, type CliOptions } from '../cli-process.js';
import { mask } from './mask.js';

/** The consoles on which an output is looked at. */
const CONSOLES = [
  { title: '80 columns', env: { COLUMNS: '80', NO_COLOR: '1' } },
  { title: '40 columns', env: { COLUMNS: '40', NO_COLOR: '1' } },
  { title: '80 columns, colours', env: { COLUMNS: '80', FORCE_COLOR: '1' } },
  { title: '40 columns, colours', env: { COLUMNS: '40', FORCE_COLOR: '1' } },
] as const;

/**
 * Compares all that a command shows, on consoles of 80 and 40 columns, with and without colours, with
 * what `output/NAME.txt` says. `vitest -u` writes the file anew; what has changed is then seen in its diff.
 *
 * @param arrange what the command is called with; asked before each call, so that each meets the same world
 * @example
 * it('a small run', () => golden('run-small', ['run'], async () => ({ env: (await createWorld()).env })));
 */
export async function golden(
  name: string,
  argv: readonly string[],
  arrange: () => CliOptions | Promise<CliOptions> = () => ({}),
): Promise<void> {
  const parts: string[] = [`$ iterable-sync ${argv.join(' ')}`];
  for (const { title, env } of CONSOLES) {
    const options = await arrange();
    const cli = await runCli(argv, { ...options, env: { ...options.env, ...env } });
    parts.push(
      `===== ${title}, exit code ${String(cli.exitCode)}`,
      mask(cli.stdout, cli.folder),
      ...(cli.stderr === '' ? [] : ['----- stderr', mask(cli.stderr, cli.folder)]),
    );
  }
  await expect(`${parts.join('\n')}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, 'output', `${name}.txt`),
  );
}
