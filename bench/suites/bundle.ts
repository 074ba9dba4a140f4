import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Metafile, build } from 'esbuild';
import { compare, type Comparison } from '../lib/comparison.ts';
import type { Measurement, Suite } from '../lib/suite.ts';

/** Packages that are told apart; the rest of a bundle is one figure. */
const LARGEST = 6;
/** What a bundle of packages that call `require` needs in an ES module. */
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** The smallest programs that call two operations. */
const PROGRAMS: Readonly<Record<string, string>> = {
  '@org/iterable-client': `
    import { IterableClient } from '@org/iterable-client';
    const client = new IterableClient({ apiKey: 'a-key' });
    export const update = (user) => client.users.update(user);
    export const track = (event) => client.events.track(event);`,
  '@iterable/api': `
    import { IterableClient } from '@iterable/api';
    const client = new IterableClient({ apiKey: 'a-key' });
    export const update = (user) => client.updateUser(user);
    export const track = (event) => client.trackEvent(event);`,
};

interface Bundle {
  readonly minified: number;
  readonly gzip: number;
  /** Why it does not load, where it does not: what lacks something only looks small. */
  readonly fault: string | undefined;
  /** Bytes by package, the largest first. */
  readonly packages: readonly (readonly [name: string, bytes: number])[];
}

/** What a program carries that calls two operations. */
export const suite: Suite = {
  name: 'bundle',
  title: 'a program that calls two operations, with all that it imports, minified for Node',
  run: async () => {
    const measurements: Measurement[] = [];
    const summary: string[] = [];
    const sizes: { minified: number; gzip: number }[] = [];
    for (const [subject, program] of Object.entries(PROGRAMS)) {
      const { minified, gzip, fault, packages } = await bundleOf(program);
      sizes.push({ minified, gzip });
      const row = (setting: string, figures: Measurement['figures']): void => {
        measurements.push({ subject, setting, figures });
      };
      row('whole', { kB: kilobytes(minified), 'kB gzip': kilobytes(gzip) });
      for (const [name, bytes] of packages.slice(0, LARGEST)) row(name, { kB: kilobytes(bytes) });
      const rest = packages.slice(LARGEST);
      const restBytes = rest.reduce((sum, [, bytes]) => sum + bytes, 0);
      if (rest.length > 0) row(`${rest.length} more packages`, { kB: kilobytes(restBytes) });
      if (fault !== undefined) summary.push(`the bundle of ${subject} does not load: ${fault}`);
    }
    const [ours, theirs] = sizes;
    const size = (of: 'minified' | 'gzip'): Comparison =>
      compare({
        what: 'two operations in a bundle',
        setting: of,
        unit: 'kB',
        better: 'less',
        ours: [kilobytes(ours?.[of] ?? Number.NaN)],
        other: '@iterable/api',
        theirs: kilobytes(theirs?.[of] ?? Number.NaN),
      });
    return { measurements, comparisons: [size('minified'), size('gzip')], summary };
  },
};

async function bundleOf(program: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    banner: { js: REQUIRE },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    legalComments: 'none',
    logLevel: 'error',
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  return {
    minified: bytes.length,
    gzip: gzipSync(bytes).length,
    fault: await faultOf(bytes),
    packages: byPackage(metafile),
  };
}

async function faultOf(bytes: Uint8Array): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  try {
    const file = join(folder, 'program.mjs');
    await writeFile(file, bytes);
    await import(pathToFileURL(file).href);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function byPackage({ outputs }: Metafile): (readonly [string, number])[] {
  const sizes = new Map<string, number>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const name = packageOf(path);
      if (name !== undefined) sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput);
    }
  }
  return [...sizes].sort(([, a], [, b]) => b - a);
}

/** The package of a file; of ours, the folder too. `undefined` for the program itself. */
function packageOf(path: string): string | undefined {
  const own = /libs\/([^/]+)\/dist\/([^/]+)\//.exec(path);
  if (own !== null) return `${own[1]}: ${own[2]}`;
  const inLibrary = /libs\/([^/]+)\/dist\//.exec(path);
  if (inLibrary !== null) return `${inLibrary[1]}: the rest`;
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;
