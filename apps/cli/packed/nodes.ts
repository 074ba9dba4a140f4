import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../../tools/packages/run.js';

const FOLDER = join(import.meta.dirname, 'nodes');
const MODULES = join(import.meta.dirname, '../../../node_modules');

/** A Node.js to try packages on. */
export interface NodeRelease {
  readonly version: string;
  readonly program: string;
}

/**
 * The Node.js lines that are supported. npm has programs of all of them for Linux; elsewhere it is the
 * one that runs this.
 */
export async function nodeReleases(): Promise<NodeRelease[]> {
  if (process.platform !== 'linux') {
    return [{ version: process.version, program: process.execPath }];
  }
  const programs = [
    join(FOLDER, `node_modules/node-22-${process.arch}/bin/node`),
    join(MODULES, `node-linux-${process.arch}/bin/node`),
    join(FOLDER, `node_modules/node-26-${process.arch}/bin/node`),
  ];
  if (!programs.every((program) => existsSync(program))) {
    await run(
      'npm',
      ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--no-bin-links'],
      FOLDER,
    );
  }
  return Promise.all(
    programs.map(async (program) => {
      const { stdout } = await run(program, ['--version'], FOLDER);
      return { version: stdout.trim(), program };
    }),
  );
}
