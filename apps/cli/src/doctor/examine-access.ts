import type { Subject, UserFieldsResponse } from '@org/iterable-client';
import { EXIT } from '../exit-code.js';
import type { Asked } from './ask-iterable.js';
import { profileAccess } from './checks/profile-access.js';
import { token as tokenIsSigned } from './checks/token.js';
import { tokenAccepted } from './checks/token-accepted.js';
import type { Credentials } from './credentials.js';
import { otherDataCenter } from './data-centers.js';
import type { Examination, Outcome } from './examination.js';
import { skipped } from './finding.js';
import { keyOnly } from './key-only.js';

/** What the credentials are tried with. */
export interface AccessContext {
  readonly settings: Outcome<Credentials>;
  readonly answer: Outcome<Asked<UserFieldsResponse>>;
  readonly fields: Outcome<UserFieldsResponse>;
  /** The user whom Iterable is asked about. */
  readonly subject: Subject | undefined;
}

/** Whether the credentials reach users: as a run has them, with a token or with the key alone. */
export async function examineAccess(
  exam: Examination,
  { settings, answer, fields, subject }: AccessContext,
): Promise<void> {
  const head = (name: string) => ({ name, exitCode: EXIT.authentication });
  const { asked, used } = settings.value?.auth ?? { asked: 'api-key', used: 'api-key' };
  if (asked === 'jwt') {
    const signed = await exam.check(head('JWT'), [settings], ([{ auth, jwtSecret = '' }]) =>
      tokenIsSigned(auth, jwtSecret),
    );
    if (used === 'jwt') {
      await exam.check(
        head('JWT at Iterable'),
        [settings, answer, signed],
        async ([{ location, questions }, , auth], signal) => {
          if (!subject) return skipped(NOBODY);
          const by = { auth, signal };
          return tokenAccepted(
            await questions.messages(subject, by),
            otherDataCenter(location),
            (dataCenter) => questions.messages(subject, { ...by, dataCenter }),
          );
        },
      );
    }
  }
  if (used === 'jwt') return;
  await exam.check(
    head('profiles'),
    [settings, fields],
    async ([{ apiKey, questions }], signal) => {
      if (!subject) return skipped(NOBODY);
      return profileAccess(await questions.profile(subject, { auth: keyOnly(apiKey), signal }));
    },
  );
}

const NOBODY = 'there is no record to ask about: name a user with --as';
