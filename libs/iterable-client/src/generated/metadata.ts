// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { DataFields } from '../types/data-fields.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';
import type { JsonObject } from '../types/json-value.js';

/** Reply of `GET /api/metadata/{table}`. */
export interface MetadataEntriesResponse {
  readonly nextMarker?: string | null;
  readonly results: readonly MetadataKey[];
}

/** Reply of `GET /api/metadata/{table}/{key}`. */
export interface MetadataEntry {
  readonly key: string;
  readonly lastModified: number;
  readonly size: number;
  readonly table: string;
  readonly value: JsonObject;
}

/** Part of {@link MetadataEntriesResponse}. */
export interface MetadataKey {
  readonly key: string;
  readonly lastModified: number;
  readonly size: number;
  readonly table: string;
}

/** Body of `PUT /api/metadata/{table}/{key}`. */
export interface MetadataPutRequest {
  readonly value: DataFields;
}

/** Part of {@link MetadataTablesResponse}. */
export interface MetadataTable {
  readonly name: string;
}

/** Reply of `GET /api/metadata`. */
export interface MetadataTablesResponse {
  readonly results: readonly MetadataTable[];
}

/** Parameters of `GET /api/metadata/{table}`. */
export interface MetadataListEntriesQuery {
  readonly nextMarker?: string | undefined;
}

/** Metadata tables. */
export interface MetadataOperations {
  /**
   * The names of the metadata tables. May be repeated.
   *
   * @throws {@link IterableError}
   */
  listTables(options?: CallOptions): Promise<MetadataTablesResponse>;
  /**
   * Deletes a metadata table with all its entries. May be repeated.
   *
   * @throws {@link IterableError}
   */
  deleteTable(table: string, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * A page of a table's keys. May be repeated.
   *
   * @throws {@link IterableError}
   */
  listEntries(
    table: string,
    query?: MetadataListEntriesQuery,
    options?: CallOptions,
  ): Promise<MetadataEntriesResponse>;
  /**
   * All keys of a table, page by page. May be repeated.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  eachEntry(
    table: string,
    query?: MetadataListEntriesQuery,
    options?: CallOptions,
  ): AsyncIterable<MetadataKey>;
  /**
   * Deletes an entry of a table. May be repeated.
   *
   * @throws {@link IterableError}
   */
  deleteEntry(table: string, key: string, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * One entry of a table with its value. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getEntry(table: string, key: string, options?: CallOptions): Promise<MetadataEntry>;
  /**
   * Creates or replaces an entry of a table. May be repeated.
   *
   * @throws {@link IterableError}
   */
  putEntry(
    table: string,
    key: string,
    body: MetadataPutRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
}
