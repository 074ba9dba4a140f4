import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { publishedProjects, type PublishedProject } from '../packages/published-projects.ts';
import { run } from '../packages/run.ts';
import { startRegistry } from './test-registry.ts';
import { copyWorkspace, type WorkspaceCopy } from './workspace-copy.ts';

const VERSION = '0.2.0';
const projects = publishedProjects();

/** A copy in which all packages are built: as they are here, where tests of packages need them, too. */
function builtCopy(): WorkspaceCopy {
  const copy = copyWorkspace();
  onTestFinished(() => copy[Symbol.dispose]());
  for (const { root, folder } of projects) {
    cpSync(join(folder, 'dist'), join(copy.folder, root, 'dist'), { recursive: true });
  }
  for (const program of ['tsc', 'publint', 'attw']) copy.replaceProgram(program, 'exit 0');
  return copy;
}

/** npm makes a provenance on GitHub and GitLab only, and fails elsewhere where one is asked for. */
function withoutProvenance(copy: WorkspaceCopy, { root }: PublishedProject): void {
  const path = join(copy.folder, root, 'package.json');
  const manifest = readFileSync(path, 'utf8');
  expect(manifest).toContain('"provenance": true');
  writeFileSync(path, manifest.replace('"provenance": true', '"provenance": false'));
}

it('publishes every package once, those that others need first, and as it was built', async () => {
  await using registry = await startRegistry();
  const copy = builtCopy();
  for (const project of projects) withoutProvenance(copy, project);
  writeFileSync(join(copy.folder, '.npmrc'), `${registry.url.replace('http:', '')}:_authToken=any`);
  copy.git('commit', '--quiet', '--all', '--message=chore: no provenance');
  vi.stubEnv('npm_config_registry', registry.url);
  onTestFinished(() => void vi.unstubAllEnvs());

  const args = ['tools/release.ts', '--no-dry-run', `--version=${VERSION}`];
  await run(process.execPath, args, copy.folder);

  const names = registry.publications.map(({ name }) => name);
  expect(names.toSorted()).toEqual(projects.map(({ manifest }) => manifest.name));
  for (const [place, published] of registry.publications.entries()) {
    const { [VERSION]: manifest } = published.versions;
    const [tarball] = Object.values(published._attachments);
    const bytes = Buffer.from(tarball?.data ?? '', 'base64');
    expect(published).toMatchObject({ access: 'public', 'dist-tags': { latest: VERSION } });
    expect(manifest?.readme).toContain('# ');
    expect(manifest?.dist.integrity).toBe(
      `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
    );
    for (const [name, range] of Object.entries(manifest?.dependencies ?? {})) {
      if (!name.startsWith('@org/')) continue;
      expect(range).toBe(`^${VERSION}`);
      expect(names.slice(0, place)).toContain(name);
    }
  }
});
