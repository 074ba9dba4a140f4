import { relative } from 'node:path';
import { choiceOf } from '../../program/sync-flags.js';
import { chooseSync } from '../../project/choose-sync.js';
import { loadProject } from '../../project/load-project.js';
import type { Job } from '../../run/job.js';
import { failed, ok, type Finding } from '../finding.js';
import type { Question } from '../question.js';

/** Whether the configuration file holds, and the syncs that are to be examined. */
export async function configurationFile({
  sync,
  options,
  io: { cwd },
}: Pick<Question, 'sync' | 'options' | 'io'>): Promise<Finding<readonly Job[]>> {
  const { config: file } = options;
  const { project, problems } = await loadProject({ cwd, ...(file !== undefined && { file }) });
  if (problems.length > 0) return failed(problems.join('\n'), 'correct the file');
  const names = sync === undefined ? [...project.syncs.keys()] : [sync];
  const chosen = names.map((name) => chooseSync(project, choiceOf(name, options)));
  const wrong = chosen.flatMap((each) => ('problems' in each ? each.problems : []));
  if (wrong.length > 0) return failed(wrong.join('\n'), 'correct the file, or what was asked for');
  const jobs = chosen.flatMap((each) => ('job' in each ? [each.job] : []));
  const place = project.file === undefined ? 'none: ' : `${relative(cwd, project.file)}: `;
  const all = jobs.map(({ name }) => name).join(', ');
  const what = project.file === undefined ? `the sync that comes with the program, ${all}` : all;
  return ok(`${place}${what}`, { value: jobs });
}
