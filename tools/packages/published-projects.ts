import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The parts of a package's manifest that are looked at here. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A project that is published as a package. */
export interface PublishedProject {
  /** Its folder, relative to the workspace. */
  readonly root: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The folder that holds all projects. */
export const WORKSPACE: string = join(import.meta.dirname, '../..');

/** All projects whose manifests don't forbid it, by name. */
export function publishedProjects(): PublishedProject[] {
  return globSync('{apps,libs}/*/package.json', { cwd: WORKSPACE })
    .map((path) => {
      const folder = join(WORKSPACE, dirname(path));
      const manifest = JSON.parse(readFileSync(join(WORKSPACE, path), 'utf8')) as Manifest;
      return { root: dirname(path), folder, manifest };
    })
    .filter(({ manifest }) => manifest.private !== true)
    .sort((one, other) => one.manifest.name.localeCompare(other.manifest.name));
}

/** The packages of this workspace that come along when one is installed, itself included. */
export function withDependencies<Project extends PublishedProject>(
  project: Project,
  all: readonly Project[],
): Project[] {
  const found = new Set([project]);
  for (const { manifest } of found) {
    for (const other of all)
      if (other.manifest.name in (manifest.dependencies ?? {})) found.add(other);
  }
  return [...found];
}
