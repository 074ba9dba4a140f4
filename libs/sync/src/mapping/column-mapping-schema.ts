/**
 * JSON Schema (draft 2020-12) of {@link ColumnMapping}, for editors and other tools. `mapColumns`
 * itself checks mappings by it.
 */
export const columnMappingSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'How the columns of a query become profiles and events in Iterable',
  type: 'object',
  required: ['name', 'key'],
  oneOf: [{ required: ['email'] }, { required: ['userId'] }],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string', description: 'Where an editor finds this schema.' },
    name: {
      type: 'string',
      pattern: '\\S',
      description: 'Names the sync in event ids and reports.',
    },
    key: {
      type: 'string',
      minLength: 1,
      description: 'Column that identifies a row in the source; never NULL.',
    },
    email: {
      type: 'string',
      minLength: 1,
      description: "Column with the user's email. This or userId.",
    },
    userId: {
      type: 'string',
      minLength: 1,
      description: "Column with the user's id. This or email.",
    },
    profile: {
      anyOf: [{ type: 'boolean' }, { $ref: '#/$defs/profile' }],
      default: true,
      description: 'The profile update; false for none.',
    },
    event: { $ref: '#/$defs/event' },
    ignore: { $ref: '#/$defs/columns', description: 'Columns that are sent nowhere.' },
    case: {
      enum: ['keep', 'camel'],
      default: 'keep',
      description: 'Field names: those of the columns, or camelCase.',
    },
    nulls: {
      enum: ['send', 'omit'],
      default: 'send',
      description: 'NULL clears the field, or is left out.',
    },
    numeric: {
      enum: ['number', 'text'],
      default: 'number',
      description: 'What numeric columns become.',
    },
    text: {
      $ref: '#/$defs/columns',
      description: 'Columns of numbers and booleans to send as text.',
    },
  },
  $defs: {
    columns: { type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true },
    fields: {
      type: 'object',
      additionalProperties: { type: 'string', minLength: 1 },
      description: "Iterable's field name to the column it comes from.",
    },
    fromColumn: {
      type: 'object',
      required: ['column'],
      additionalProperties: false,
      properties: { column: { type: 'string', minLength: 1 } },
    },
    profile: {
      type: 'object',
      additionalProperties: false,
      not: { required: ['only', 'except'] },
      properties: {
        fields: { $ref: '#/$defs/fields' },
        only: { $ref: '#/$defs/columns' },
        except: { $ref: '#/$defs/columns' },
        mergeNestedObjects: {
          type: 'boolean',
          description: 'Merge objects with what is there. To be said where a field name has a dot.',
        },
        preferUserId: {
          type: 'boolean',
          description: 'Email-based projects: create users for ids that are not known.',
        },
      },
    },
    event: {
      type: 'object',
      required: ['name'],
      additionalProperties: false,
      not: { required: ['only', 'except'] },
      properties: {
        name: {
          anyOf: [{ type: 'string', pattern: '\\S' }, { $ref: '#/$defs/fromColumn' }],
          description: "The event's name, or the column that has it.",
        },
        createdAt: {
          type: 'string',
          minLength: 1,
          description: 'Column that says when it happened: timestamptz or timestamp, never NULL.',
        },
        id: {
          type: 'string',
          minLength: 1,
          description: "Column with the event's id: letters, digits and hyphens, never NULL.",
        },
        campaignId: {
          anyOf: [{ type: 'integer', minimum: 1 }, { $ref: '#/$defs/fromColumn' }],
          description: 'The campaign to credit, or the column that says so.',
        },
        templateId: {
          anyOf: [{ type: 'integer', minimum: 1 }, { $ref: '#/$defs/fromColumn' }],
          description: 'The template to credit, or the column that says so.',
        },
        when: {
          type: 'string',
          minLength: 1,
          description: 'A row in which this column is NULL has no event.',
        },
        fields: { $ref: '#/$defs/fields' },
        only: { $ref: '#/$defs/columns' },
        except: { $ref: '#/$defs/columns' },
      },
    },
  },
} as const;
