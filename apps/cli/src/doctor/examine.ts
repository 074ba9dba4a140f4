import type { Examination } from './examination.js';
import { examineDatabase } from './examine-database.js';
import { examineIterable } from './examine-iterable.js';
import { examineMachine } from './examine-machine.js';
import { examineSyncs } from './examine-syncs.js';
import type { Question } from './question.js';
import type { SettingParts } from './read-parts.js';

/**
 * Everything that a run needs, in the order in which it needs it. Nothing is sent to Iterable, and
 * nothing is written that stays.
 *
 * @throws the reason of the signal that ends the examination
 */
export async function examine(
  exam: Examination,
  question: Question,
  settings: SettingParts,
): Promise<void> {
  const jobs = await examineMachine(exam, question, settings);
  await using source = await examineDatabase(exam, settings);
  const syncs = await examineSyncs(exam, {
    jobs,
    database: source.database,
    question,
    hidden: settings.general.log.redact,
  });
  await examineIterable(exam, { syncs, question, settings });
}
