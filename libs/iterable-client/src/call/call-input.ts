import type { RequestOptions } from '../types/request-options.js';

/** The parameters of a call. */
export type CallInput = Pick<RequestOptions, 'pathParams' | 'query'> & { readonly body?: unknown };
