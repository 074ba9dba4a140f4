/** The user whom a request is about. */
export type Subject = { readonly email: string } | { readonly userId: string };
