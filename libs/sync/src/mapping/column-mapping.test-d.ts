import type { ColumnMapping, columnMappingSchema, IdentifierColumn, mapColumns } from './index.js';

type Root = typeof columnMappingSchema;
type Defs = Root['$defs'];
type Names<S> = S extends { readonly required: readonly (infer Name)[] } ? Name : never;

/** The values that a schema describes. */
type Described<S> = S extends { readonly $ref: `#/$defs/${infer Name extends keyof Defs}` }
  ? Described<Defs[Name]>
  : S extends { readonly anyOf: readonly (infer Choice)[] }
    ? Described<Choice>
    : S extends { readonly enum: readonly (infer Value)[] }
      ? Value
      : S extends { readonly type: 'array'; readonly items: infer Item }
        ? readonly Described<Item>[]
        : S extends { readonly type: 'object'; readonly properties: infer Properties }
          ? {
              readonly [N in keyof Properties as N extends Names<S> ? N : never]: Described<
                Properties[N]
              >;
            } & {
              readonly [N in keyof Properties as N extends Names<S> ? never : N]?: Described<
                Properties[N]
              >;
            }
          : S extends { readonly additionalProperties: infer Value }
            ? Readonly<Record<string, Described<Value>>>
            : S extends { readonly type: 'string' }
              ? string
              : S extends { readonly type: 'boolean' }
                ? boolean
                : S extends { readonly type: 'integer' }
                  ? number
                  : never;

/** With every property required, so that one which only one side has is a difference. */
type Filled<T> = T extends readonly (infer Item)[]
  ? readonly Filled<Item>[]
  : T extends object
    ? { [N in keyof T]-?: Filled<Exclude<T[N], undefined>> }
    : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

type FromSchema = Omit<Described<Root>, 'email' | 'userId'> & IdentifierColumn;
type Identifiers = Root['oneOf'][number]['required'][number];

const sameType: Same<FromSchema, ColumnMapping> = true;
const sameProperties: Same<Filled<FromSchema>, Filled<ColumnMapping>> = true;
const sameIdentifiers: Same<Identifiers, 'email' | 'userId'> = true;
// @ts-expect-error the comparison sees a property that one side lacks
const seesMore: Same<Filled<FromSchema>, Filled<ColumnMapping & { more?: string }>> = true;
void [sameType, sameProperties, sameIdentifiers, seesMore];

declare const map: typeof mapColumns;
const columns = [{ name: 'id', type: 'bigint' }];

map({ name: 'x', key: 'id', email: 'email' }, columns);
map({ name: 'x', key: 'id', userId: 'id', event: { name: { column: 'kind' } } }, columns);

// @ts-expect-error no identifier
map({ name: 'x', key: 'id' }, columns);
// @ts-expect-error two identifiers
map({ name: 'x', key: 'id', email: 'email', userId: 'id' }, columns);
// @ts-expect-error no key
map({ name: 'x', email: 'email' }, columns);
// @ts-expect-error an unknown property
map({ name: 'x', key: 'id', email: 'email', profil: true }, columns);
// @ts-expect-error an event needs a name
map({ name: 'x', key: 'id', email: 'email', event: {} }, columns);
// @ts-expect-error no such case
map({ name: 'x', key: 'id', email: 'email', case: 'snake' }, columns);
// @ts-expect-error columns have types
map({ name: 'x', key: 'id', email: 'email' }, [{ name: 'id' }]);
