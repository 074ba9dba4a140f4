import { dirname, relative, resolve } from 'node:path';
import { projectFilesIn } from './find-project-file.js';
import { fileProblems } from './project-problems.js';
import type { Project } from './project.js';
import { readProjectFile } from './read-project-file.js';
import type { ProjectConfig } from './sync-entry.js';

/** Where a configuration file is looked for. */
export interface ProjectPlace {
  readonly cwd: string;
  /** The file, from `cwd`. @default the one in `cwd`, where there is one */
  readonly file?: string;
}

/** The syncs, and everything that is wrong with the configuration file. */
export interface LoadedProject {
  readonly project: Project;
  readonly problems: readonly string[];
}

/** Reads the configuration file, where there is one, and checks what it says. Opens nothing else. */
export async function loadProject({ cwd, file }: ProjectPlace): Promise<LoadedProject> {
  const found = file === undefined ? projectFilesIn(cwd) : [resolve(cwd, file)];
  const [path, ...others] = found;
  if (path === undefined) return { project: builtInProject(cwd), problems: [] };
  const name = relative(cwd, path);
  const project = { file: path, folder: dirname(path), syncs: new Map(), at: () => `${name}: ` };
  if (others.length > 0) {
    const names = found.map((each) => relative(cwd, each)).join(', ');
    return {
      project,
      problems: [
        `there are several configuration files (${names}): keep one, or name it with --config`,
      ],
    };
  }
  const { value, at, problems } = await readProjectFile(path, cwd);
  if (problems.length > 0) return { project, problems };
  const wrong = fileProblems(value).map(({ path: place, message }) => `${at(place)}${message}`);
  if (wrong.length > 0) return { project: { ...project, at }, problems: wrong };
  const { syncs } = value as ProjectConfig;
  return { project: { ...project, at, syncs: new Map(Object.entries(syncs)) }, problems: [] };
}

/** Without a file there is the sync that comes with the program. */
function builtInProject(folder: string): Project {
  const name = 'recent_engagement';
  return { folder, syncs: new Map([[name, { builtIn: name }]]), at: () => '' };
}
