import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { directImports } from './direct-imports.mjs';
import { writeNotices } from './third-party-notices.mjs';

rmSync('dist', { recursive: true, force: true });

const { metafile } = await build({
  // The program, and what a configuration file imports from it: they share their classes.
  entryPoints: ['src/bin.ts', 'src/index.ts'],
  outdir: 'dist',
  bundle: true,
  // Commands are loaded when they are called: each gets a file of its own.
  splitting: true,
  chunkNames: '[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node22.20',
  conditions: ['@org/source'],
  plugins: [directImports],
  // pg-native is never used; PGlite brings files that must lie beside its code.
  external: ['pg-native', '@electric-sql/pglite', '@electric-sql/pglite-socket'],
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
  },
  sourcemap: true,
  minifySyntax: true,
  metafile: true,
  logLevel: 'warning',
});

const tsc = fileURLToPath(new URL('../bin/tsc', import.meta.resolve('typescript')));
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.types.json'], { stdio: 'inherit' });
writeNotices(metafile, 'dist/THIRD_PARTY_NOTICES.txt');
