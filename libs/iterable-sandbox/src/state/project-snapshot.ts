import type { JsonObject } from '../json.js';
import type { FieldType } from './field-type.js';
import type { Project } from './project.js';
import type { ExportJob, Template, Versioned } from './resources.js';
import type { UserExtras } from './user-extras.js';

/** All that a sandbox holds of a project, as plain data that JSON can carry. */
export interface SandboxSnapshot {
  readonly version: 1;
  readonly users: readonly {
    readonly email?: string;
    readonly userId?: string;
    readonly dataFields: JsonObject;
    readonly createdAt: number;
    readonly updatedAt: number;
    readonly extras?: UserExtras;
  }[];
  /** `user` is a place in `users`; so it is in lists and activity. */
  readonly events: readonly {
    readonly id: string;
    readonly eventName: string;
    readonly user: number;
    readonly dataFields: JsonObject;
    readonly createdAt: number;
    readonly campaignId?: number;
    readonly templateId?: number;
    readonly receivedAt: number;
  }[];
  readonly lists: readonly {
    readonly id: number;
    readonly name: string;
    readonly description?: string;
    readonly createdAt: number;
    readonly members: readonly number[];
  }[];
  readonly activity: readonly {
    readonly dataType: string;
    readonly user: number;
    readonly at: number;
    readonly fields: JsonObject;
  }[];
  readonly userFields: Readonly<Record<string, FieldType>>;
  readonly eventFields: Readonly<Record<string, Readonly<Record<string, FieldType>>>>;
  readonly disallowedEvents: readonly string[];
  readonly forgotten: { readonly emails: readonly string[]; readonly userIds: readonly string[] };
  readonly tokensInvalidBefore: {
    readonly emails: readonly (readonly [string, number])[];
    readonly userIds: readonly (readonly [string, number])[];
  };
  readonly resources: {
    readonly lastId: number;
    readonly catalogs: readonly {
      readonly name: string;
      readonly items: readonly (readonly [string, Versioned])[];
      readonly mappings: readonly (readonly [string, unknown])[];
    }[];
    readonly metadata: readonly {
      readonly name: string;
      readonly entries: readonly (readonly [string, Versioned])[];
    }[];
    readonly campaigns: readonly JsonObject[];
    readonly templates: readonly Template[];
    readonly snippets: readonly JsonObject[];
    readonly webhooks: readonly JsonObject[];
    readonly exports: readonly ExportJob[];
  };
}

/** Copies the state of a project; journal, counts, faults and rate limits are not part of it. */
export function takeSnapshot(project: Project): SandboxSnapshot {
  const users = [...project.users.values()];
  const places = new Map(users.map((user, i) => [user, i]));
  const placeOf = (user: (typeof users)[number]): number => places.get(user) ?? -1;
  const { catalogs, metadata, campaigns, templates, snippets, webhooks, exports, lastId } =
    project.resources;
  const { forgotten, tokensInvalidBefore } = project;
  const snapshot = {
    version: 1,
    users: users.map(({ email, userId, dataFields, createdAt, updatedAt, extras }) => ({
      ...(email !== undefined && { email }),
      ...(userId !== undefined && { userId }),
      dataFields,
      createdAt,
      updatedAt,
      ...(extras && { extras }),
    })),
    events: Array.from(project.events.values(), ({ campaignId, templateId, user, ...rest }) => ({
      ...rest,
      user: placeOf(user),
      ...(campaignId !== undefined && { campaignId }),
      ...(templateId !== undefined && { templateId }),
    })),
    lists: Array.from(project.lists.values(), ({ description, members, ...rest }) => ({
      ...rest,
      ...(description !== undefined && { description }),
      members: Array.from(members, placeOf),
    })),
    activity: project.activity.map((entry) => ({ ...entry, user: placeOf(entry.user) })),
    userFields: project.userFields.all(),
    eventFields: project.allEventFields(),
    disallowedEvents: [...project.disallowedEvents],
    forgotten: {
      emails: [...forgotten.emails().keys()],
      userIds: [...forgotten.userIds().keys()],
    },
    tokensInvalidBefore: {
      emails: [...tokensInvalidBefore.emails()],
      userIds: [...tokensInvalidBefore.userIds()],
    },
    resources: {
      lastId,
      catalogs: Array.from(catalogs, ([name, { items, mappings }]) => ({
        name,
        items: [...items],
        mappings: [...mappings],
      })),
      metadata: Array.from(metadata, ([name, entries]) => ({ name, entries: [...entries] })),
      campaigns,
      templates,
      snippets,
      webhooks,
      exports,
    },
  } satisfies SandboxSnapshot;
  return structuredClone(snapshot);
}
