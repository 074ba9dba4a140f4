import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { publishedProjects } from '../packages/published-projects.ts';
import { copyWorkspace, type WorkspaceCopy } from './workspace-copy.ts';

const projects = publishedProjects();

/** Runs the script. Publishing is left out: it would build everything. */
function release(copy: WorkspaceCopy, ...args: readonly string[]): string {
  return copy.run('node', ['tools/release.ts', '--no-publish', ...args]);
}

function copyForTest(): WorkspaceCopy {
  const copy = copyWorkspace();
  onTestFinished(() => copy[Symbol.dispose]());
  return copy;
}

/** Changes a project's sources, with a commit that says why. */
function commit(copy: WorkspaceCopy, root: string, message: string): void {
  appendFileSync(join(copy.folder, root, 'src/index.ts'), '\n// Changed.\n');
  copy.git('commit', '--quiet', '--all', `--message=${message}`);
}

it('without a release before it tells that each package gets the version of its manifest', () => {
  const copy = copyForTest();
  const told = release(copy);
  for (const { manifest } of projects) {
    expect(told).toContain(`${manifest.name} ✍️  New version ${manifest.version} written`);
    expect(told).toContain(`Previewing an entry in`);
  }
  expect(copy.git('status', '--porcelain')).toBe('');
  expect(copy.git('tag')).toBe('');
});

describe('after a release', () => {
  let copy: WorkspaceCopy;
  beforeAll(() => {
    copy = copyWorkspace();
    copy.git('tag', 'v0.1.0');
    return () => copy[Symbol.dispose]();
  });

  it('commits that nobody outside can notice release nothing', () => {
    commit(copy, 'libs/auth', 'test(auth): another attack');
    commit(copy, 'libs/sync', 'refactor(sync): a room of its own');
    expect(release(copy)).toContain('No changes were detected');
  });

  it('a dry run tells versions and changelogs, and leaves everything as it is', () => {
    commit(copy, 'libs/sync', 'fix(sync): a row that was lost is found');
    commit(copy, 'libs/csv-export', 'perf(csv-export): fewer copies of a line');
    const told = release(copy);
    expect(told).toContain('-   "version": "0.1.0",\n+   "version": "0.1.1",');
    expect(told).toContain('+     "@org/iterable-client": "^0.1.1",');
    expect(told).toContain('+ - **sync:** a row that was lost is found');
    expect(copy.git('status', '--porcelain')).toBe('');
    expect(copy.git('tag')).toBe('v0.1.0\n');
  });

  it('a real run writes and commits them, tags, and pushes nothing', () => {
    copy.git('init', '--quiet', '--bare', join(copy.folder, '.nx/origin'));
    copy.git('remote', 'add', 'origin', join(copy.folder, '.nx/origin'));
    release(copy, '--no-dry-run');

    const text = (path: string): string => readFileSync(join(copy.folder, path), 'utf8');
    for (const { root } of projects) {
      expect(JSON.parse(text(`${root}/package.json`))).toMatchObject({ version: '0.1.1' });
      expect(text(`${root}/CHANGELOG.md`)).toMatch(/^## 0\.1\.1 \(\d{4}-\d\d-\d\d\)\n/);
    }
    expect(text('libs/sync/CHANGELOG.md')).toContain(
      '### Fixes\n\n- **sync:** a row that was lost is found\n',
    );
    expect(text('libs/csv-export/CHANGELOG.md')).toContain(
      '### Performance\n\n- **csv-export:** fewer copies of a line\n',
    );
    expect(text('libs/auth/CHANGELOG.md')).not.toContain('###');
    expect(text('package-lock.json')).toContain('"@org/iterable-client": "^0.1.1"');
    expect(copy.git('log', '-1', '--format=%s')).toBe('chore(release): publish\n');
    expect(copy.git('tag')).toBe('v0.1.0\nv0.1.1\n');
    expect(copy.git('ls-remote', 'origin')).toBe('');
    expect(copy.git('status', '--porcelain')).toBe('');
  });
});
