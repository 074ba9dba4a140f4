import { columnMappingSchema, type RootSchema, type Schema } from '@org/sync';
import { omit } from './omit.js';

const OPTIONS: Readonly<Record<string, Schema>> = {
  title: {
    type: 'string',
    pattern: '\\S',
    description: 'What the query finds, in words.',
  },
  delivery: {
    enum: ['auto', 'single', 'bulk'],
    default: 'auto',
    description: 'How records are sent; auto: bulk from 500 on.',
  },
  guards: { $ref: '#/$defs/guards' },
  strictFields: {
    type: 'boolean',
    default: false,
    description: 'A field that Iterable drops fails its record.',
  },
  gone: {
    anyOf: [{ enum: ['report', 'ignore'] }, { $ref: '#/$defs/gone' }],
    default: 'report',
    description: 'What is done about rows that have left the query.',
  },
  projectType: {
    enum: ['hybrid', 'email', 'userId'],
    description: 'What the project tells its users apart by.',
  },
  createNewFields: {
    type: 'boolean',
    description:
      "Create profile fields that the project does not know. Without it, the project's setting.",
  },
  allowReserved: {
    $ref: '#/$defs/columns',
    description: "Profile fields of Iterable's own that may be sent all the same.",
  },
};

const OPTION_DEFS: Readonly<Record<string, Schema>> = {
  guards: {
    type: 'object',
    additionalProperties: false,
    description: 'What holds a run back that looks like a mistake.',
    properties: {
      maxFailures: {
        type: 'integer',
        minimum: 0,
        description: 'Records that may fail; with one more the run stops.',
      },
      maxChangedPercent: {
        type: 'integer',
        minimum: 0,
        maximum: 100,
        description: 'More changed records stop the run before anything is sent.',
      },
      allowEmpty: {
        type: 'boolean',
        default: false,
        description: 'Take an empty result for all rows having left the query.',
      },
    },
  },
  gone: {
    type: 'object',
    additionalProperties: false,
    oneOf: [{ required: ['event'] }, { required: ['unsubscribe'] }],
    properties: {
      event: {
        type: 'string',
        pattern: '\\S',
        description: 'Name of an event that is tracked for each.',
      },
      unsubscribe: {
        type: 'integer',
        minimum: 1,
        description: 'Id of a list that each is unsubscribed from.',
      },
    },
  },
};

const MAPPING = omit(columnMappingSchema.properties, ['$schema', 'name']);

const sqlSync: Schema = {
  type: 'object',
  title: 'SQL and a mapping of its columns',
  required: ['key'],
  additionalProperties: false,
  oneOf: [{ required: ['sql'] }, { required: ['query'] }],
  properties: {
    sql: {
      type: 'string',
      pattern: '\\S',
      description: 'File of the SQL, from the folder of this file.',
    },
    query: { type: 'string', pattern: '\\S', description: 'The SQL itself.' },
    parameters: {
      type: 'object',
      additionalProperties: { $ref: '#/$defs/parameter' },
      description: 'Values of the :name parameters of the SQL.',
    },
    ...MAPPING,
    ...OPTIONS,
  },
};

const builtInSync: Schema = {
  type: 'object',
  title: 'The built-in sync',
  required: ['builtIn'],
  additionalProperties: false,
  properties: {
    builtIn: {
      enum: ['recent_engagement'],
      description: 'Pro users with recent engagement.',
    },
    days: {
      type: 'integer',
      minimum: 1,
      maximum: 36_500,
      default: 7,
      description: 'How recent the engagement must be.',
    },
    ...OPTIONS,
  },
};

const $defs: RootSchema['$defs'] = {
  ...columnMappingSchema.$defs,
  ...OPTION_DEFS,
  parameter: {
    anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }],
  },
};

/** Schema of a sync that is SQL and a mapping, but for which properties exclude each other. */
export const sqlSyncSchema: RootSchema = { ...omit(sqlSync, ['oneOf']), $defs };

/** Schema of the built-in sync. */
export const builtInSyncSchema: RootSchema = { ...builtInSync, $defs };

/** Schema of the options of a sync that is written as code. */
export const optionsSchema: RootSchema = {
  type: 'object',
  additionalProperties: false,
  properties: OPTIONS,
  $defs,
};

/** Schema of the whole file but for its syncs, each of which has its own. */
export const fileSchema: RootSchema = {
  type: 'object',
  required: ['syncs'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    syncs: { type: 'object', additionalProperties: { type: 'object' } },
  },
  $defs: {},
};

/** JSON Schema of `iterable-sync.config.yaml` and `.json`, for editors. */
export const projectSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Configuration of iterable-sync',
  ...fileSchema,
  properties: {
    $schema: { type: 'string', description: 'Where an editor finds this schema.' },
    syncs: {
      type: 'object',
      description: 'The syncs by their names, which are part of event ids and of the ledger.',
      minProperties: 1,
      propertyNames: { pattern: '^\\S([\\s\\S]*\\S)?$' },
      additionalProperties: {
        anyOf: [{ $ref: '#/$defs/sqlSync' }, { $ref: '#/$defs/builtInSync' }],
      },
    },
  },
  $defs: {
    ...$defs,
    sqlSync: { ...sqlSync, allOf: [{ oneOf: columnMappingSchema.oneOf }] },
    builtInSync,
  },
} as const;
