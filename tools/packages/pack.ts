import { join } from 'node:path';
import { publishedProjects, type PublishedProject } from './published-projects.ts';
import { run } from './run.ts';

/** A project as a tarball, as npm would publish it. */
export interface Packed extends PublishedProject {
  readonly tarball: string;
  /** Bytes of the tarball. */
  readonly size: number;
  readonly unpackedSize: number;
  /** Paths of the files in it. */
  readonly files: readonly string[];
}

interface Told {
  readonly name: string;
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** Packs all projects that are published. They have to be built. */
export async function packAll(folder: string): Promise<Packed[]> {
  const projects = publishedProjects();
  const { stdout } = await run(
    'npm',
    [
      ...['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
      ...projects.map(({ folder }) => folder),
    ],
    folder,
  );
  const told = JSON.parse(stdout) as readonly Told[];
  return projects.map((project) => {
    const one = told.find(({ name }) => name === project.manifest.name);
    if (one === undefined) throw new Error(`npm did not pack ${project.manifest.name}`);
    const { filename, size, unpackedSize, files } = one;
    return {
      ...project,
      tarball: join(folder, filename),
      size,
      unpackedSize,
      files: files.map(({ path }) => path),
    };
  });
}
