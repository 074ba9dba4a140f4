import type {
  Authenticator,
  InAppMessagesResponse,
  LocationOptions,
  Subject,
  UserFieldsResponse,
  UserResponse,
} from '@org/iterable-client';
import { askIterable, type Asked } from './ask-iterable.js';
import type { DataCenter, DataCenters } from './data-centers.js';

/** As whom, until when, and where it is asked. */
export interface Questioner {
  readonly auth: Authenticator;
  readonly signal: AbortSignal;
  /** @default the place that was configured */
  readonly dataCenter?: DataCenter | undefined;
}

/** Questions that change nothing. */
export interface Questions {
  fields(by: Questioner): Promise<Asked<UserFieldsResponse>>;
  profile(subject: Subject, by: Questioner): Promise<Asked<UserResponse>>;
  /** What a key that needs a token may ask. */
  messages(subject: Subject, by: Questioner): Promise<Asked<InAppMessagesResponse>>;
}

/** Where Iterable is, and what time it is here. */
export interface QuestionsContext {
  readonly location: LocationOptions;
  readonly dataCenters: DataCenters;
  readonly now: () => number;
}

export function questionsTo({ location, dataCenters, now }: QuestionsContext): Questions {
  const { baseUrl, dataCenter: configured = 'us' } = location;
  const asking = ({ auth, signal, dataCenter }: Questioner) => {
    const here = baseUrl === undefined ? dataCenters[configured] : location;
    return { auth, signal, now, location: dataCenter ? dataCenters[dataCenter] : here };
  };
  return {
    fields: (by) => askIterable(asking(by), ({ users }, signal) => users.getFields({ signal })),
    profile: (subject, by) =>
      askIterable(asking(by), ({ users }, signal) =>
        'email' in subject
          ? users.getByEmail({ email: subject.email }, { signal })
          : users.getByUserId({ userId: subject.userId }, { signal }),
      ),
    messages: (subject, by) =>
      askIterable(asking(by), ({ inApp }, signal) =>
        inApp.getMessages({ ...subject, count: 1 }, { signal }),
      ),
  };
}
