import type { JsonObject } from '../json.js';

/** A value and when it was last written, in milliseconds since 1970. */
export interface Versioned {
  readonly value: JsonObject;
  readonly lastModified: number;
}

/** A catalog: items by their id, and the types that its fields were given. */
export interface Catalog {
  readonly items: Map<string, Versioned>;
  readonly mappings: Map<string, unknown>;
}

/** A template of one medium, as it was sent. */
export interface Template {
  readonly templateId: number;
  readonly medium: string;
  model: JsonObject;
  readonly createdAt: number;
  updatedAt: number;
}

/** An export that was asked for. */
export interface ExportJob {
  readonly id: number;
  readonly request: JsonObject;
  readonly startedAt: number;
  cancelled: boolean;
}

/** What a project holds beside users: a client can create it, list it and page through it. */
export class Resources {
  readonly catalogs: Map<string, Catalog> = new Map();
  readonly metadata: Map<string, Map<string, Versioned>> = new Map();
  /** In the shape of the replies. */
  campaigns: JsonObject[] = [];
  templates: Template[] = [];
  snippets: JsonObject[] = [];
  webhooks: JsonObject[] = [];
  exports: ExportJob[] = [];
  #lastId = 1000;

  /** Numbers are unique in the project, whatever they number. */
  nextId(): number {
    return ++this.#lastId;
  }

  get lastId(): number {
    return this.#lastId;
  }

  clear(lastId = 1000): void {
    this.catalogs.clear();
    this.metadata.clear();
    this.campaigns = [];
    this.templates = [];
    this.snippets = [];
    this.webhooks = [];
    this.exports = [];
    this.#lastId = lastId;
  }
}
