import { EXIT, type ExitCode } from '../exit-code.js';
import { apiKey as keyIsKnown } from './checks/api-key.js';
import { clock } from './checks/clock.js';
import { iterable as iterableAnswers } from './checks/iterable.js';
import { keyForm } from './checks/key-form.js';
import { settings as settingsHold } from './checks/settings.js';
import { credentialsOf } from './credentials.js';
import { otherDataCenter } from './data-centers.js';
import { examineAccess } from './examine-access.js';
import type { ExaminedSync } from './examine-syncs.js';
import { examineValues } from './examine-values.js';
import type { CheckHead, Examination } from './examination.js';
import { skipped } from './finding.js';
import { keyOnly } from './key-only.js';
import type { Question } from './question.js';
import type { SettingParts } from './read-parts.js';
import { whoIsAsked } from './who-is-asked.js';

/** What Iterable is asked with, and about. */
export interface IterableContext {
  readonly syncs: readonly ExaminedSync[];
  readonly question: Question;
  readonly settings: SettingParts;
}

/** Whether Iterable is there, knows the credentials, and would take the records. */
export async function examineIterable(
  exam: Examination,
  {
    syncs,
    question,
    settings: { general, iterable: config, iterableProblems: problems, hint },
  }: IterableContext,
): Promise<void> {
  const head = (name: string, exitCode: ExitCode = EXIT.authentication): CheckHead => ({
    name,
    exitCode,
  });
  const settings = await exam.check(head('Iterable settings', EXIT.usage), [], () =>
    settingsHold({
      problems,
      hint,
      found: 'they hold',
      make: () => credentialsOf(config, question),
    }),
  );
  const answer = await exam.check(
    head('Iterable', EXIT.unreachable),
    [settings],
    async ([{ apiKey, questions }], signal) =>
      iterableAnswers(await questions.fields({ auth: keyOnly(apiKey), signal })),
  );
  await exam.check(head('clock'), [settings, answer], ([{ auth, lifetimeSeconds }, { reply }]) =>
    clock(reply, auth.used === 'jwt' ? { lifetimeSeconds } : {}),
  );
  await exam.check(head('API key form'), [settings], ([{ apiKey, location }]) =>
    apiKey === undefined ? skipped(NO_KEY) : keyForm(apiKey, location.baseUrl),
  );
  const fields = await exam.check(
    head('API key'),
    [settings, answer],
    ([{ apiKey, auth, location, questions }, asked], signal) => {
      if (apiKey === undefined) return skipped(NO_KEY);
      const by = { auth: keyOnly(apiKey), signal };
      return keyIsKnown({
        asked,
        jwt: auth.used === 'jwt',
        other: otherDataCenter(location),
        askThere: (dataCenter) => questions.fields({ ...by, dataCenter }),
      });
    },
  );
  await examineAccess(exam, {
    settings,
    answer,
    fields,
    subject: whoIsAsked(question, syncs),
  });
  const hidden = general.log.redact;
  await examineValues(exam, syncs, { fields: fields.value, hidden });
}

const NO_KEY = 'ITERABLE_API_KEY is not set';
