import type { Subject } from '@org/iterable-client';
import type { ExaminedSync } from './examine-syncs.js';
import type { Question } from './question.js';
import { subjectOf } from './subject-of.js';

/** The user whom Iterable is asked about: the one that was named, or that of a first record. */
export function whoIsAsked(
  { options }: Pick<Question, 'options'>,
  syncs: readonly ExaminedSync[],
): Subject | undefined {
  const { as } = options;
  if (as !== undefined) return as.includes('@') ? { email: as } : { userId: as };
  return syncs
    .map(({ definition, rows }) => {
      const [row] = rows.value ?? [];
      return definition.value && row && subjectOf(definition.value, row);
    })
    .find((subject) => subject !== undefined);
}
