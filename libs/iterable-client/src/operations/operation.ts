/** The HTTP methods of Iterable's API. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Whether a request may be sent again when the first may have been carried out:
 * always; when its events carry ids (the client makes the missing ones); or never.
 */
export type Repeatable = 'yes' | 'with-id' | 'no';

/**
 * What a good reply is: see `reply-checks.ts` for the JSON ones. `accepted` is an envelope, or
 * nothing with HTTP 201 or 202; `open` is not documented and may be anything but a page of HTML;
 * `integer` and `plain` are texts that are no HTML; `text` is any text.
 */
export type ReplyKind =
  'envelope' | 'counts' | 'fields' | 'json' | 'accepted' | 'open' | 'integer' | 'plain' | 'text';

/** The lists of records in bodies. */
export type RecordList = 'users' | 'events' | 'subscribers' | 'updateSubscriptionsRequests';

/** Where the records are in a body: it is one itself, has one, or has a list of them. */
export type RecordPlace = 'body' | 'user' | RecordList;

/** Where an operation names the one user it is about, and under which names. */
export interface SubjectPlace {
  readonly in: 'body' | 'user' | 'query' | 'path';
  readonly email?: string;
  readonly userId?: string;
}

/** How an operation gives one page after another. */
export interface Pages {
  /** The property of a page that has its items. */
  readonly items: string;
  /** What leads to the next page. */
  readonly by: 'nextPageUrl' | 'nextMarker' | 'startAfter';
}

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
  /** The documented rate; without it none is published. */
  readonly rate?: Rate;
  readonly repeatable: Repeatable;
  /** The names of the query's parameters. */
  readonly query?: readonly string[];
  /** Whether no parameter of the query is required. */
  readonly queryOptional?: boolean;
  readonly body?: 'required' | 'optional';
  /** Where the records are that need exactly one of `email` and `userId`. */
  readonly identified?: RecordPlace | 'query';
  /** Other pairs of names in the body of which exactly one is needed. */
  readonly identifiers?: readonly (readonly [string, string])[];
  /** Whom the request is about; without it the usual names are looked for. */
  readonly subject?: SubjectPlace;
  /** Where the events are that take an `id` and a `createdAt`. */
  readonly events?: RecordPlace;
  /** Whether the ids of these events may have any characters. */
  readonly anyId?: boolean;
  readonly reply: ReplyKind;
  /** The property that a good JSON reply must have. */
  readonly holds?: string;
  /** What a reply is read as that may be too long to be held. */
  readonly stream?: 'lines' | 'json-lines' | 'bytes';
  readonly pages?: Pages;
}
