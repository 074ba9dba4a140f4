import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Path } from './data-file.js';
import { PROJECT_FILES } from './find-project-file.js';
import { importProject } from './import-project.js';
import { jsonComment } from './json-comment.js';
import { placeOfError } from './place-of-error.js';

/** What a configuration file holds, unchecked. */
export interface ProjectFile {
  readonly value?: unknown;
  /** `file:line: ` of a value, for messages; where the file is code, without the line. */
  at(this: void, path: Path): string;
  /** What keeps it from being read. */
  readonly problems: readonly string[];
}

/**
 * Reads a configuration file by its ending: data, or code that is run.
 *
 * @param cwd folder that the names of files in messages start from
 */
export async function readProjectFile(path: string, cwd: string): Promise<ProjectFile> {
  const name = relative(cwd, path);
  const at = (): string => `${name}: `;
  const known = PROJECT_FILES.map(ending);
  if (!known.includes(ending(path))) {
    const endings = known.map((each) => `.${each}`).join(', ');
    return { at, problems: [`${name}: a configuration file ends in one of ${endings}`] };
  }
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? messageOf(error);
    return { at, problems: [`${name}: can't be read (${why}); name a readable file`] };
  }
  return /^(ya?ml|json)$/.test(ending(path)) ? readData(text, name) : readCode(path, cwd);
}

async function readData(text: string, name: string): Promise<ProjectFile> {
  // The parser is large, and many a configuration is code, or none.
  const { readDataFile } = await import('./data-file.js');
  const data = readDataFile(text);
  const at = (line: number): string => `${name}:${String(line)}: `;
  const comment = ending(name) === 'json' ? jsonComment(text) : undefined;
  const problems = comment === undefined ? data.problems : [comment];
  return {
    value: data.value,
    at: (place) => at(data.lineOf(place)),
    problems: problems.map(({ line, message }) => `${at(line)}${message}`),
  };
}

async function readCode(path: string, cwd: string): Promise<ProjectFile> {
  const name = relative(cwd, path);
  const at = (): string => `${name}: `;
  try {
    const value = await importProject(path);
    if (value !== undefined) return { value, at, problems: [] };
    const wanted = 'export default defineConfig({ … })';
    return { at, problems: [`${name}: has no default export; write: ${wanted}`] };
  } catch (error) {
    return { at, problems: [`${placeOfError(error, cwd) ?? name}: ${messageOf(error)}`] };
  }
}

const ending = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
