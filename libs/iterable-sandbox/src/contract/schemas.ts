import type { ObjectSchema, Schema } from './schema.js';

const string: Schema = { type: 'string' };
const boolean: Schema = { type: 'boolean' };
const object: Schema = { type: 'object' };
const int64: Schema = { type: 'integer', format: 'int64' };

const optionalApiUser: ObjectSchema = {
  type: 'object',
  properties: {
    email: string,
    userId: string,
    dataFields: object,
    mergeNestedObjects: boolean,
    preferUserId: boolean,
  },
};

const apiUserUpdateRequest: ObjectSchema = {
  type: 'object',
  properties: { ...optionalApiUser.properties, createNewFields: boolean },
};

const bulkUpdateUsersRequest: ObjectSchema = {
  type: 'object',
  properties: { users: { type: 'array', items: optionalApiUser }, createNewFields: boolean },
  required: ['users'],
};

const trackRequest: ObjectSchema = {
  type: 'object',
  properties: {
    eventName: string,
    email: string,
    userId: string,
    id: string,
    createdAt: int64,
    dataFields: object,
    campaignId: int64,
    templateId: int64,
    createNewFields: boolean,
  },
  required: ['eventName'],
};

const bulkTrackRequest: ObjectSchema = {
  type: 'object',
  properties: { events: { type: 'array', items: trackRequest } },
  required: ['events'],
};

/** Request bodies, as Iterable's API document (version 1.8) defines them. */
export const schemas: {
  readonly apiUserUpdateRequest: ObjectSchema;
  readonly bulkUpdateUsersRequest: ObjectSchema;
  readonly trackRequest: ObjectSchema;
  readonly bulkTrackRequest: ObjectSchema;
} = { apiUserUpdateRequest, bulkUpdateUsersRequest, trackRequest, bulkTrackRequest };
