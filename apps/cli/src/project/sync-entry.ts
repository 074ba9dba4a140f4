import type { EventPayload, GoneRow, IdentifierColumn, MappingSettings } from '@org/sync';
import type { DeliveryOption, Guards, ProjectType } from '@org/sync';
import type { QuerySync } from './from-query.js';

/** What is done about rows that have left the query, as a configuration file says it. */
export type GoneSetting =
  | 'report'
  | 'ignore'
  | {
      /** Name of an event that is tracked for each, or what makes the event. */
      readonly event: string | ((row: GoneRow) => EventPayload);
    }
  | {
      /** Id of a list that each is unsubscribed from. */
      readonly unsubscribe: number;
    };

/** How a sync is delivered. Flags of the command line win over these. */
export interface SyncOptions {
  /** What the query finds, in words: `Querying …`. @default the name of the sync */
  readonly title?: string;
  /** `single`, `bulk`, or `auto`: bulk from 500 records on. @default 'auto' */
  readonly delivery?: DeliveryOption;
  /** What holds a run back that looks like a mistake. */
  readonly guards?: Guards;
  /** A field that Iterable drops fails its record. @default false */
  readonly strictFields?: boolean;
  /** What is done about rows that have left the query. @default 'report' */
  readonly gone?: GoneSetting;
  /** What the project tells its users apart by. @default unknown: left to Iterable */
  readonly projectType?: ProjectType;
  /** Create profile fields that the project does not know. @default the project's setting */
  readonly createNewFields?: boolean;
  /** Profile fields of Iterable's own that may be sent all the same. @default none */
  readonly allowReserved?: readonly string[];
}

/** A value of a `:name` in SQL. PostgreSQL infers its type; a cast in the SQL decides. */
export type ParameterValue = string | number | boolean | null;

/** What a sync of SQL has besides where the SQL is. */
export type MappedSync = SyncOptions &
  Omit<MappingSettings, 'name' | '$schema'> &
  IdentifierColumn & {
    /** Values of the `:name` parameters of the SQL. */
    readonly parameters?: Readonly<Record<string, ParameterValue>>;
    /** Of the built-in sync only. */
    readonly days?: undefined;
  };

/** SQL and a mapping of its columns, without code. */
export type SqlSync = MappedSync &
  (
    | {
        /** File of the SQL, from the folder of the configuration file. */
        readonly sql: string;
        readonly query?: undefined;
      }
    | {
        /** The SQL itself. */
        readonly query: string;
        readonly sql?: undefined;
      }
  );

/** The sync that comes with the program: pro users with recent engagement. */
export interface BuiltInSync extends SyncOptions {
  readonly builtIn: 'recent_engagement';
  /** How recent the engagement must be. @default 7 */
  readonly days?: number;
}

/** One sync of a configuration file. */
export type SyncEntry = SqlSync | BuiltInSync | QuerySync;

/** What a configuration file says. */
export interface ProjectConfig {
  /** Where an editor finds the schema; means nothing here. */
  readonly $schema?: string;
  /** The syncs by their names. A name is part of event ids and of the ledger: keep it. */
  readonly syncs: Readonly<Record<string, SyncEntry>>;
}
