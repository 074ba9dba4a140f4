import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import * as jsoncParser from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';

/** Who may know whom, and which packages each room may use. */
const rooms = {
  auth: { rooms: [], packages: ['jose', 'leven'] },
  'iterable-client': { rooms: [], packages: ['ky', 'leven'] },
  'db-query': { rooms: [], packages: ['kysely', 'leven', 'pg', 'pg-*', '@electric-sql/*'] },
  'csv-export': { rooms: [], packages: ['csv-stringify', 'csv-stringify/*', 'leven'] },
  sync: { rooms: ['iterable-client'], packages: ['kysely', 'kysely/*', 'leven', 'pg'] },
  'iterable-sandbox': { rooms: ['auth'], packages: ['leven'] },
  cli: {
    rooms: ['auth', 'iterable-client', 'db-query', 'csv-export', 'sync', 'iterable-sandbox'],
    packages: [
      '@clack/prompts',
      'cli-table3',
      'commander',
      'fast-wrap-ansi',
      'leven',
      'pino',
      'string-width',
      'yaml',
    ],
  },
  bench: {
    rooms: ['auth', 'iterable-client', 'db-query', 'csv-export', 'sync', 'iterable-sandbox', 'cli'],
    packages: ['*'],
  },
  examples: {
    rooms: ['iterable-client', 'db-query', 'sync', 'iterable-sandbox', 'cli'],
    packages: ['*'],
  },
};

const testFiles = [
  '**/*.test.ts',
  '**/*.test-d.ts',
  '**/test/**',
  '**/e2e/**',
  'apps/*/chaos/**',
  '**/vitest.config.ts',
  'libs/*/tools/**',
];

const depConstraints = (forTests) =>
  Object.entries(rooms).map(([room, may]) => ({
    sourceTag: `room:${room}`,
    onlyDependOnLibsWithTags: [room, ...may.rooms, ...(forTests ? ['iterable-sandbox'] : [])].map(
      (name) => `room:${name}`,
    ),
    ...(forTests ? {} : { allowedExternalImports: ['node:*', ...may.packages] }),
  }));

const boundaries = (forTests, more = {}) => [
  'error',
  {
    enforceBuildableLibDependency: true,
    banTransitiveDependencies: false,
    allow: ['/vitest\\.shared\\.js$', '^(\\.\\./)+tools/'],
    depConstraints: depConstraints(forTests),
    ...more,
  },
];

export default tseslint.config(
  { ignores: ['**/dist', '**/out-tsc', '**/coverage', '.nx', 'apps/cli/packed/nodes'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  { plugins: { '@nx': nx } },
  {
    files: ['{apps,libs}/*/src/**/*.ts', '{bench,examples,tools}/**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  { files: ['**/*.ts'], rules: { '@nx/enforce-module-boundaries': boundaries(false) } },
  {
    files: ['bench/**/*.ts'],
    rules: {
      // Each process of a benchmark loads one library: what it measures.
      '@nx/enforce-module-boundaries': boundaries(false, {
        checkDynamicDependenciesExceptions: ['.*'],
      }),
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: testFiles,
    rules: {
      '@nx/enforce-module-boundaries': boundaries(true),
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // An assertion that nobody waits for can't fail.
    files: ['apps/*/{test,e2e,chaos}/**/*.ts', 'libs/*/test/**/*.ts', '**/*.test.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    files: ['**/package.json'],
    languageOptions: { parser: jsoncParser },
    rules: {
      '@nx/dependency-checks': [
        'error',
        {
          ignoredFiles: [
            '{projectRoot}/vitest.config.ts',
            '{projectRoot}/**/*.test.ts',
            '{projectRoot}/**/*.test-d.ts',
            '{projectRoot}/test/**/*',
            '{projectRoot}/e2e/**/*',
            '{projectRoot}/tools/**/*',
            '{projectRoot}/*.config.*',
          ],
        },
      ],
    },
  },
  {
    // The program is a bundle: what it uses is inside of it, so its manifest calls it a dev dependency.
    files: ['apps/cli/package.json'],
    rules: { '@nx/dependency-checks': 'off' },
  },
);
