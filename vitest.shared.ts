import { defaultServerConditions } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** What a project's tests may need beyond the common set-up. */
export interface LibraryTestOptions {
  /** Files run once before all tests of the project, such as a database server's start. */
  readonly globalSetup?: string[];
  /** Glob patterns of test files. @default the tests beside the sources and under `test/` */
  readonly include?: string[];
  /** Percent of the sources that tests must reach, in `npm run coverage`. @default no bound */
  readonly coverage?: { readonly lines: number; readonly branches: number };
  /** Limit of one test, in milliseconds, against hanging. @default 30000 */
  readonly testTimeout?: number;
  /** Test files at the same time. @default as Vitest has it, by the number of cores */
  readonly maxWorkers?: number;
}

const conditions = ['@org/source', ...defaultServerConditions];

/** The one Vitest configuration of this workspace: sources are read without a build. */
export function defineLibraryTests(root: string, options: LibraryTestOptions = {}): ViteUserConfig {
  const testTimeout = options.testTimeout ?? 30_000;
  return defineConfig({
    root,
    cacheDir: `${root}/out-tsc/.vite`,
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      include: options.include ?? ['src/**/*.test.ts', 'test/**/*.test.ts'],
      // A process for each file would take a third of all the time that tests take. Files leave nothing
      // behind: what they stub is restored, and each has folders, servers and databases of its own.
      isolate: false,
      setupFiles: [`${import.meta.dirname}/tools/vitest/setup.ts`],
      globalSetup: [
        `${import.meta.dirname}/tools/vitest/temporary-folder.ts`,
        ...(options.globalSetup ?? []),
      ],
      testTimeout,
      hookTimeout: 60_000,
      ...(options.maxWorkers !== undefined && { maxWorkers: options.maxWorkers }),
      // The default of a second is a bound on a busy machine's speed; before the test's own limit, so that
      // what was seen instead is told.
      expect: { poll: { timeout: 0.8 * testTimeout } },
      typecheck: { enabled: false },
      restoreMocks: true,
      unstubEnvs: true,
      coverage: {
        provider: 'v8',
        include: ['src/**/*.ts'],
        exclude: ['**/*.test-d.ts'],
        reportsDirectory: `${root}/coverage`,
        reporter: ['text-summary', 'html'],
        ...(options.coverage && { thresholds: options.coverage }),
      },
    },
  });
}
