// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { Int64 } from '../types/int64.js';

/** Body of `POST /api/snippets`. */
export interface CreateSnippetRequest {
  readonly content: string;
  readonly createdByUserId?: string | undefined;
  readonly description?: string | undefined;
  readonly name: string;
  readonly variables?: readonly string[] | undefined;
}

/** Part of {@link SnippetResponse}, {@link SnippetsResponse}. */
export interface SnippetDetails {
  readonly content?: string | null;
  readonly createdAt?: string | null;
  readonly createdBy?: string | null;
  readonly description?: string | null;
  readonly id?: Int64 | null;
  readonly name?: string | null;
  readonly projectId?: Int64 | null;
  readonly updatedAt?: string | null;
  readonly updatedBy?: string | null;
  readonly variables?: readonly string[] | null;
}

/**
 * Reply of `POST /api/snippets`, `DELETE /api/snippets/{identifier}`, `PUT
 * /api/snippets/{identifier}`.
 */
export interface SnippetIdResponse {
  readonly snippetId?: Int64 | null;
}

/** Reply of `GET /api/snippets/{identifier}`. */
export interface SnippetResponse {
  readonly snippet?: SnippetDetails | null;
}

/** Reply of `GET /api/snippets`. */
export interface SnippetsResponse {
  readonly snippets?: readonly SnippetDetails[] | null;
}

/** Body of `PUT /api/snippets/{identifier}`. */
export interface UpdateSnippetRequest {
  readonly content: string;
  readonly createdByUserId?: string | undefined;
  readonly description?: string | undefined;
  readonly variables?: readonly string[] | undefined;
}

/** Snippets of templates. */
export interface SnippetsOperations {
  /**
   * All snippets of the project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  list(options?: CallOptions): Promise<SnippetsResponse>;
  /**
   * Creates a snippet. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  create(body: CreateSnippetRequest, options?: CallOptions): Promise<SnippetIdResponse>;
  /**
   * Deletes a snippet, by its id or name. May be repeated.
   *
   * @throws {@link IterableError}
   */
  delete(identifier: string, options?: CallOptions): Promise<SnippetIdResponse>;
  /**
   * One snippet, by its id or name. May be repeated.
   *
   * @throws {@link IterableError}
   */
  get(identifier: string, options?: CallOptions): Promise<SnippetResponse>;
  /**
   * Replaces a snippet, by its id or name. May be repeated.
   *
   * @throws {@link IterableError}
   */
  update(
    identifier: string,
    body: UpdateSnippetRequest,
    options?: CallOptions,
  ): Promise<SnippetIdResponse>;
}
