/*
 * Versions, changelogs and publishing of all packages. Without `--no-dry-run` it only tells what it
 * would do. It commits and tags, and never pushes.
 *
 *   npm run release
 *   npm run release -- --no-dry-run
 *   npm run release -- --version 1.0.0    in place of what the commits say
 *   npm run release -- --no-publish       versions and changelogs alone
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { releaseChangelog, releasePublish, releaseVersion } from 'nx/release/index.js';
import { publishedProjects } from './packages/published-projects.ts';

const { values } = parseArgs({
  allowNegative: true,
  options: {
    'dry-run': { type: 'boolean', default: true },
    publish: { type: 'boolean', default: true },
    verbose: { type: 'boolean', default: false },
    version: { type: 'string' },
  },
});
const projects = publishedProjects();
const tags = execFileSync('git', ['tag', '--list', 'v*'], { encoding: 'utf8' });
const firstRelease = tags === '';
const common = { dryRun: values['dry-run'], verbose: values.verbose, firstRelease };

const specifier = values.version ?? (firstRelease ? versionOnDisk() : undefined);

const { projectsVersionData, releaseGraph } = await releaseVersion({
  ...common,
  ...(specifier !== undefined && { specifier }),
});
const toRelease = { ...common, versionData: projectsVersionData, releaseGraph };
await releaseChangelog(toRelease);
if (values.publish) {
  const results = Object.values(await releasePublish(toRelease));
  if (results.some(({ code }) => code !== 0)) process.exitCode = 1;
}

/** The first release has the version that the manifests were given by hand. */
function versionOnDisk(): string {
  const versions = new Set(projects.map(({ manifest }) => manifest.version));
  const [version, ...others] = versions;
  if (version === undefined || others.length > 0) {
    throw new Error(
      `The first release needs one version; the manifests have ${[...versions].join()}.`,
    );
  }
  return version;
}
