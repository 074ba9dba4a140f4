import { createRowChecks } from '../checks/index.js';
import type { CheckRow } from './due-rows.js';
import type { ResolvedRunOptions } from './run-options.js';
import { withProblems } from './with-problems.js';

/** Makes a check that takes from rows the parts that Iterable would refuse or lose. */
export function rowCheck(
  { projectType, allowReserved }: Pick<ResolvedRunOptions<never>, 'projectType' | 'allowReserved'>,
  fieldTypes: ReadonlyMap<string, string> = new Map(),
): CheckRow {
  const check = createRowChecks({ projectType, allowReserved, fieldTypes });
  return (row) => withProblems(row, check(row.mapped));
}
