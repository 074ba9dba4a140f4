import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../json.js';
import type { Failure } from '../state/failure.js';
import type { Project } from '../state/project.js';
import type { FieldReport } from './field-report.js';
import { visibleProfile } from '../state/visibility.js';
import { findUser, notFound } from './find-user.js';
import { settleFields } from './settle-fields.js';

/** Body of `events/track`, and a record of `events/trackBulk`. */
export interface EventRecord {
  readonly eventName: string;
  readonly email?: string | null;
  readonly userId?: string | null;
  readonly id?: string | null;
  readonly createdAt?: number | null;
  readonly dataFields?: JsonObject | null;
  readonly campaignId?: number | null;
  readonly templateId?: number | null;
  readonly createNewFields?: boolean | null;
}

/** How the request as a whole wants its records written. */
export interface TrackSettings {
  readonly project: Project;
  readonly at: number;
  readonly report: FieldReport;
}

/** Keeps one event, and gives its id back, or says why not. */
export function writeEvent(
  record: EventRecord,
  { project, at, report }: TrackSettings,
): Failure | { readonly id: string } {
  const user = findUser(record, project);
  if ('reason' in user) return user;
  if (!visibleProfile(user, at)) return notFound(record, project);
  const id = record.id ?? randomUUID();
  const fields = settleFields(
    project.eventFields(record.eventName),
    record.dataFields ?? {},
    record.createNewFields ?? project.createNewFields,
    report,
  );
  project.events.put({
    id,
    eventName: record.eventName,
    user,
    dataFields: fields,
    createdAt: record.createdAt ?? Math.floor(at / 1000),
    campaignId: record.campaignId ?? undefined,
    templateId: record.templateId ?? undefined,
    receivedAt: at,
  });
  return { id };
}
