import type { Handler } from './handler.js';

/** `GET /api/users/getFields`: dotted names of profile fields, and their types. */
export const usersGetFields: Handler = ({ project }) => ({
  status: 200,
  body: { fields: project.userFields.all() },
});
