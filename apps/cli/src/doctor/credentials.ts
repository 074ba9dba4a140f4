import { authFromEnvironment, type EnvironmentAuth } from '@org/auth';
import type { LocationOptions } from '@org/iterable-client';
import type { Config } from '../config/config.js';
import type { Question } from './question.js';
import { questionsTo, type Questions } from './questions.js';

/** How Iterable is asked, and as whom. */
export interface Credentials {
  readonly apiKey: string | undefined;
  readonly jwtSecret: string | undefined;
  readonly lifetimeSeconds: number;
  readonly auth: EnvironmentAuth;
  readonly location: LocationOptions;
  readonly questions: Questions;
}

/** @throws AuthEnvironmentError where the settings are not checked */
export function credentialsOf(
  { authentication, iterable }: Pick<Config, 'authentication' | 'iterable'>,
  { dataCenters, io: { now } }: Pick<Question, 'dataCenters' | 'io'>,
): Credentials {
  const { location } = iterable;
  return {
    apiKey: authentication['ITERABLE_API_KEY'],
    jwtSecret: authentication['ITERABLE_JWT_SECRET'],
    lifetimeSeconds: Number(authentication['ITERABLE_JWT_LIFETIME_SECONDS']),
    auth: authFromEnvironment(authentication),
    location,
    questions: questionsTo({ location, dataCenters, now }),
  };
}
