import type { EventPayload, UserPayload } from '../define-sync.js';
import type { MappedRow } from '../map-row.js';
import type { CallFailure } from '../outcome.js';
import { resolveCheckOptions, type ResolvedChecks, type RowCheckOptions } from './check-options.js';
import { eventProblems } from './event-problems.js';
import { fieldProblems } from './field-problems.js';
import { identityProblems, newIdentityProblems } from './identity-problems.js';
import { type Problem, refusedFor } from './problem.js';
import { reservedProblems } from './reserved-fields.js';
import { sizeProblems } from './size-problems.js';

/** Why parts of a row are not sent. A part that isn't named here may be sent without the other. */
export interface RowProblems {
  readonly user?: CallFailure;
  readonly event?: CallFailure;
}

const NONE: RowProblems = Object.freeze({});

/**
 * Makes a check of mapped rows that finds, before anything is sent, what Iterable would refuse or
 * lose. It does no I/O and keeps nothing between rows.
 *
 * What JSON can't hold (`NaN`, cycles, a `Map`, `undefined` in a list, …) and `createdAt` are left to
 * the client, which refuses them before it sends.
 *
 * @throws TypeError for an unknown or unfit option
 *
 * @example
 * const check = createRowChecks({ projectType: 'hybrid' });
 * const problems = check(mapped); // { user: { code: 'RESERVED_FIELD', … } }
 */
export function createRowChecks(options: RowCheckOptions = {}): (row: MappedRow) => RowProblems {
  const checks = resolveCheckOptions(options);
  // Iterable's list of field types is about profiles, so the fields of events have none to keep to.
  const eventChecks = { ...checks, fieldTypes: new Map<string, string>() };
  return ({ user, event }) => {
    const userFailure = user ? refusedFor(problemsOfUser(user, checks)) : undefined;
    const eventFailure = event ? refusedFor(problemsOfEvent(event, eventChecks)) : undefined;
    if (!userFailure && !eventFailure) return NONE;
    return {
      ...(userFailure && { user: userFailure }),
      ...(eventFailure && { event: eventFailure }),
    };
  };
}

function problemsOfUser(user: UserPayload, checks: ResolvedChecks): Problem[] {
  const problems = problemsOf(user, checks);
  const { dataFields } = user;
  if (isFields(dataFields)) {
    problems.push(
      ...newIdentityProblems(user, checks.projectType),
      ...reservedProblems(dataFields, checks.allowReserved),
    );
  }
  return problems;
}

function problemsOfEvent(event: EventPayload, checks: ResolvedChecks): Problem[] {
  return [...eventProblems(event), ...problemsOf(event, checks)];
}

/** What may be wrong with a profile update and with an event alike. */
function problemsOf(payload: UserPayload | EventPayload, checks: ResolvedChecks): Problem[] {
  const problems = identityProblems(payload, checks.projectType);
  const dataFields: unknown = payload.dataFields;
  if (isFields(dataFields)) problems.push(...fieldProblems(dataFields, checks));
  else if (dataFields !== undefined) {
    problems.push({ code: 'MAPPING', text: 'dataFields must be an object of fields' });
  }
  problems.push(...sizeProblems(payload, checks.maxRecordBytes));
  return problems;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
