/** The HTTP methods of Iterable's API. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Whether a request may be sent again when the first may have been carried out:
 * always; when its events carry ids (the client makes the missing ones); or never.
 */
export type Repeatable = 'yes' | 'with-id' | 'no';

/** What a good reply is: see `reply-checks.ts`. */
export type ReplyKind = 'envelope' | 'counts' | 'fields' | 'json' | 'text';

/** Where the records are in a body: it is one itself, or has a list of them. */
export type RecordPlace = 'body' | 'users' | 'events';

/** A documented limit. */
export interface Rate {
  readonly requests: number;
  readonly periodSeconds: number;
}

/** One operation of the API, as data. */
export interface Operation {
  /** The path without `/api/`: the name in errors, hooks and statistics. */
  readonly name: string;
  readonly method: HttpMethod;
  /** May have placeholders, `{email}`. */
  readonly path: string;
  /** Iterable's own grouping. */
  readonly tag: string;
  /** The documented rate; without it none is published. */
  readonly rate?: Rate;
  /** Whom the rate is shared with. */
  readonly scope?: 'project' | 'api-key' | 'organization';
  /** The documented limit of the body, in bytes. */
  readonly maxBodyBytes?: number;
  readonly repeatable: Repeatable;
  readonly reply: ReplyKind;
  /** Where the records are that need exactly one of `email` and `userId`. */
  readonly identified?: RecordPlace;
  /** Where the events are that take an `id` and a `createdAt`. */
  readonly events?: RecordPlace;
}
