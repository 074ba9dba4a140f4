import { readFileSync } from 'node:fs';
import { readDataFile, type DataFile, type Path } from './data-file.js';
import { PROJECT_FILES } from './find-project-file.js';
import { importProject } from './import-project.js';

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
 * @param name what the file is called in messages
 */
export async function readProjectFile(path: string, name: string): Promise<ProjectFile> {
  const at = (): string => `${name}: `;
  const known = PROJECT_FILES.map(ending);
  if (!known.includes(ending(path))) {
    const endings = known.map((each) => `.${each}`).join(', ');
    return { at, problems: [`${name}: a configuration file ends in one of ${endings}`] };
  }
  return /^(ya?ml|json)$/.test(ending(path)) ? readData(path, name) : readCode(path, name);
}

function readData(path: string, name: string): ProjectFile {
  const whole = (): string => `${name}: `;
  let data: DataFile;
  try {
    data = readDataFile(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code ?? messageOf(error);
    return { at: whole, problems: [`${name}: can't be read (${why}); name a readable file`] };
  }
  return {
    value: data.value,
    at: (place) => `${name}:${String(data.lineOf(place))}: `,
    problems: data.problems.map(({ line, message }) => `${name}:${String(line)}: ${message}`),
  };
}

async function readCode(path: string, name: string): Promise<ProjectFile> {
  const at = (): string => `${name}: `;
  try {
    const value = await importProject(path);
    if (value !== undefined) return { value, at, problems: [] };
    const wanted = 'export default defineConfig({ … })';
    return { at, problems: [`${name}: has no default export; write: ${wanted}`] };
  } catch (error) {
    return { at, problems: [`${name}${placeIn(path, error)}: ${messageOf(error)}`] };
  }
}

/** `:line` of the file, where an error's stack tells it. */
function placeIn(path: string, error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const at = stack.indexOf(path);
  const [, line] = /^:(\d+)/.exec(at === -1 ? '' : stack.slice(at + path.length)) ?? [];
  return line === undefined ? '' : `:${line}`;
}

const ending = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
