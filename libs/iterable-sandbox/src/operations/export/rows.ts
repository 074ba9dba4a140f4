import type { JsonObject } from '../../json.js';
import { eventView } from '../../state/event-view.js';
import { iterableDate, profileView } from '../../state/profile-view.js';
import type { Project } from '../../state/project.js';
import type { StoredUser } from '../../state/stored-user.js';

/** Something that can be exported, and when it was, in milliseconds since 1970. */
export interface ExportRow {
  readonly at: number;
  readonly fields: JsonObject;
}

/** Everything of a kind that the project holds. */
export function* exportRows(
  project: Project,
  dataType: string,
  only?: StoredUser,
): Generator<ExportRow> {
  if (dataType === 'user') {
    for (const user of only ? [only] : project.users.values()) {
      const view = profileView(user) as { dataFields: JsonObject };
      yield { at: user.updatedAt, fields: view.dataFields };
    }
  } else if (dataType === 'customEvent') {
    for (const event of only ? (only.events ?? []) : project.events.values()) {
      const { dataFields, createdAt, ...rest } = eventView(event) as {
        dataFields: JsonObject;
        createdAt: number;
      };
      const at = createdAt * 1000;
      yield { at, fields: { ...rest, createdAt: iterableDate(at), ...dataFields } };
    }
  } else {
    for (const { dataType: is, user, at, fields } of project.activity) {
      if (is !== dataType || (only && user !== only)) continue;
      const { email, userId } = user;
      const who = {
        ...(email !== undefined && { email }),
        ...(userId !== undefined && { userId }),
      };
      yield { at, fields: { ...who, createdAt: iterableDate(at), ...fields } };
    }
  }
}
