/**
 * Reply of `users/getFields`: the profile's fields and their types. Nested names are dotted
 * (`defaultAddress.number`); an array has the type of its elements.
 */
export interface UserFieldsResponse {
  /** Name to type, such as `string`, `date`, `long`, `double`, `boolean`, `object`. */
  readonly fields: Readonly<Record<string, string>>;
}
