import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installInto } from '../../tools/packages/install.ts';
import { packAll } from '../../tools/packages/pack.ts';
import { withDependencies } from '../../tools/packages/published-projects.ts';
import { compare, type Comparison } from '../lib/comparison.ts';
import { median, noise } from '../lib/statistics.ts';
import type { Suite } from '../lib/suite.ts';

const CLIENT = '@org/iterable-client';
const PEER = '@iterable/api';
const MOST_ROUNDS = 3;

/** What came with a package. */
interface Installed {
  readonly seconds: number;
  /** Itself included. */
  readonly packages: number;
  readonly megabytes: number;
}

/** What it costs to install each package. */
export const suite: Suite = {
  name: 'install',
  title:
    'npm install of each package as it is published into an empty folder, its dependencies in the cache of npm',
  run: async ({ rounds }) => {
    const home = await mkdtemp(join(tmpdir(), 'bench-install-'));
    try {
      const packed = await packAll(home);
      const wanted = packed.map((project) => {
        const tarballs = withDependencies(project, packed).map(({ tarball }) => tarball);
        return { name: project.manifest.name, tarballs, kilobytes: project.size / 1000 };
      });
      const peer = { name: PEER, tarballs: [`${PEER}@${PEER_VERSION}`], kilobytes: Number.NaN };
      const found = new Map<string, Installed[]>();
      // The first round fills the cache of npm.
      for (let round = 0; round <= Math.min(rounds, MOST_ROUNDS); round += 1) {
        for (const { name, tarballs } of [...wanted, peer]) {
          const folder = await mkdtemp(join(home, 'project-'));
          const installed = await install(folder, tarballs);
          await rm(folder, { recursive: true });
          if (round > 0) found.set(name, [...(found.get(name) ?? []), installed]);
        }
      }
      return {
        measurements: [...wanted, peer].map(({ name, kilobytes }) => {
          const all = found.get(name) ?? [];
          const seconds = all.map(({ seconds }) => seconds);
          return {
            subject: name,
            setting: 'empty folder',
            figures: {
              'tarball kB': kilobytes,
              'packages beside it': median(all.map(({ packages }) => packages)) - 1,
              MB: median(all.map(({ megabytes }) => megabytes)),
              s: median(seconds),
            },
            noise: noise(seconds),
          };
        }),
        comparisons: comparisons(found.get(CLIENT) ?? [], found.get(PEER) ?? []),
        summary: [],
      };
    } finally {
      await rm(home, { recursive: true });
    }
  },
};

const PEER_VERSION = '0.13.0';

function comparisons(ours: readonly Installed[], theirs: readonly Installed[]): Comparison[] {
  const one = (setting: string, unit: string, of: (installed: Installed) => number): Comparison =>
    compare({
      what: `npm install ${CLIENT}`,
      setting,
      unit,
      ours: ours.map(of),
      other: PEER,
      theirs: theirs.map(of),
      better: 'less',
    });
  return [
    one('packages', 'packages', ({ packages }) => packages),
    one('on disk', 'MB', ({ megabytes }) => megabytes),
    one('time', 's', ({ seconds }) => seconds),
  ];
}

async function install(folder: string, tarballs: readonly string[]): Promise<Installed> {
  const start = performance.now();
  const { length: packages } = await installInto(folder, tarballs);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, packages, megabytes: (await bytesOf(join(folder, 'node_modules'))) / 1e6 };
}

async function bytesOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(({ parentPath, name }) => stat(join(parentPath, name))),
  );
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
