import { failed, ok, type Finding } from '../finding.js';

/** What is known of settings. */
export interface CheckedSettings<Value> {
  readonly problems: readonly string[];
  /** What may explain the problems. */
  readonly hint?: string | undefined;
  /** What is told where there are none. */
  readonly found: string;
  /** Makes of the settings what is needed. */
  readonly make: () => Value;
}

/** Whether settings hold: all that is wrong with them at once. */
export function settings<Value>(checked: CheckedSettings<Value>): Finding<Value> {
  const { problems, hint, found, make } = checked;
  if (problems.length === 0) return ok(found, { value: make() });
  return failed(
    problems.join('\n'),
    hint ?? 'iterable-sync config shows each setting and where it comes from',
  );
}
