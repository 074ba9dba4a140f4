// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { DataFields } from '../types/data-fields.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';
import type { JsonObject } from '../types/json-value.js';

/** Body of `POST /api/catalogs/{catalogName}/items`. */
export interface CatalogBulkCreateRequest {
  /**
   * Items by their ids: letters, digits and hyphens, at most 255. Names of fields have no
   * periods.
   */
  readonly documents: Readonly<Record<string, DataFields>>;
  /** `true`: keep the fields that are not sent. `false`: replace the whole item. */
  readonly replaceUploadedFieldsOnly: boolean;
}

/** Body of `DELETE /api/catalogs/{catalogName}/items`. */
export interface CatalogBulkDeleteRequest {
  readonly itemIds: readonly string[];
}

/** Part of {@link CatalogFieldDefinition}, {@link CatalogFieldMappingsRequest}. */
export interface CatalogFieldDefinition {
  readonly children?: readonly CatalogFieldDefinition[] | undefined;
  readonly fieldName: string;
  readonly fieldType: string;
}

/** Body of `PUT /api/catalogs/{catalogName}/fieldMappings`. */
export interface CatalogFieldMappingsRequest {
  readonly mappingsUpdates: readonly CatalogFieldDefinition[];
}

/** Reply of `GET /api/catalogs/{catalogName}/fieldMappings`. */
export interface CatalogFieldMappingsResponse {
  readonly definedMappings: Readonly<Record<string, string>>;
  readonly undefinedFields: readonly string[];
}

/** Reply of `GET /api/catalogs/{catalogName}/items/{itemId}`. */
export interface CatalogItem {
  readonly catalogName: string;
  readonly itemId: string;
  readonly lastModified: string | number;
  readonly size: number;
  readonly value: JsonObject;
}

/** Reply of `GET /api/catalogs/{catalogName}/items`. */
export interface CatalogItemsResponse {
  readonly catalogItemsWithProperties: readonly CatalogItem[];
  readonly nextPageUrl?: string | null;
  readonly previousPageUrl?: string | null;
  readonly totalItemsCount: number;
}

/** Part of {@link CatalogsResponse}. */
export interface CatalogName {
  readonly name: string;
}

/** Body of `PUT /api/catalogs/{catalogName}/items/{itemId}`. */
export interface CatalogReplaceItemRequest {
  /** The whole item. Names of fields have no periods. */
  readonly value: DataFields;
}

/** Body of `PATCH /api/catalogs/{catalogName}/items/{itemId}`. */
export interface CatalogUpdateItemRequest {
  /** The fields to change. Names of fields have no periods. */
  readonly update: DataFields;
}

/** Reply of `GET /api/catalogs`. */
export interface CatalogsResponse {
  readonly catalogNames: readonly CatalogName[];
  readonly nextPageUrl?: string | null;
  readonly previousPageUrl?: string | null;
  readonly totalCatalogsCount: number;
}

/** Parameters of `GET /api/catalogs`. */
export interface CatalogsListQuery {
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
}

/** Parameters of `GET /api/catalogs/{catalogName}/items`. */
export interface CatalogsListItemsQuery {
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
  readonly orderBy?: string | undefined;
  readonly sortAscending?: boolean | undefined;
}

/** Catalogs and their items. */
export interface CatalogsOperations {
  /**
   * A page of the names of the catalogs. 100 requests a second per API key. May be repeated.
   *
   * @throws {@link IterableError}
   */
  list(query?: CatalogsListQuery, options?: CallOptions): Promise<CatalogsResponse>;
  /**
   * The names of all catalogs, page by page. 100 requests a second per API key. May be
   * repeated.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  each(query?: CatalogsListQuery, options?: CallOptions): AsyncIterable<CatalogName>;
  /**
   * Deletes a catalog with all its items. May be repeated.
   *
   * @throws {@link IterableError}
   */
  delete(catalogName: string, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Creates an empty catalog. May be repeated.
   *
   * @throws {@link IterableError}
   */
  create(catalogName: string, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * The types of a catalog's fields, and the fields that have none yet. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getFieldMappings(
    catalogName: string,
    options?: CallOptions,
  ): Promise<CatalogFieldMappingsResponse>;
  /**
   * Sets types of a catalog's fields. A type that is set cannot be changed. May be repeated.
   *
   * @throws {@link IterableError}
   */
  updateFieldMappings(
    catalogName: string,
    body: CatalogFieldMappingsRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * Deletes many items of a catalog. Iterable does it later; the reply says nothing about
   * single items. May be repeated.
   *
   * @throws {@link IterableError}
   */
  bulkDeleteItems(
    catalogName: string,
    body: CatalogBulkDeleteRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * A page of a catalog's items. 100 requests a second per API key. May be repeated.
   *
   * @throws {@link IterableError}
   */
  listItems(
    catalogName: string,
    query?: CatalogsListItemsQuery,
    options?: CallOptions,
  ): Promise<CatalogItemsResponse>;
  /**
   * All items of a catalog, page by page. 100 requests a second per API key. May be repeated.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  eachItem(
    catalogName: string,
    query?: CatalogsListItemsQuery,
    options?: CallOptions,
  ): AsyncIterable<CatalogItem>;
  /**
   * Creates or updates up to 1,000 items of a catalog, of at most 30 kB each. Iterable does it
   * later; the reply says nothing about single items. 100 requests a second per API key. May be
   * repeated.
   *
   * @throws {@link IterableError}
   */
  bulkCreateItems(
    catalogName: string,
    body: CatalogBulkCreateRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * Deletes an item of a catalog. Iterable does it later. May be repeated.
   *
   * @throws {@link IterableError}
   */
  deleteItem(
    catalogName: string,
    itemId: string,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * One item of a catalog. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getItem(catalogName: string, itemId: string, options?: CallOptions): Promise<CatalogItem>;
  /**
   * Changes fields of an item, at most 30 kB, and keeps the others. Iterable does it later. May
   * be repeated.
   *
   * @throws {@link IterableError}
   */
  updateItem(
    catalogName: string,
    itemId: string,
    body: CatalogUpdateItemRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * Creates an item of at most 30 kB, or replaces it whole. Iterable does it later. 1,000
   * requests a second per API key. May be repeated.
   *
   * @throws {@link IterableError}
   */
  replaceItem(
    catalogName: string,
    itemId: string,
    body: CatalogReplaceItemRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
}
