import type { RootSchema, Schema } from '@org/sync';
import { isQuerySync } from '../project/from-query.js';
import { builtInSyncSchema, optionsSchema, sqlSyncSchema } from '../project/project-schema.js';
import type { Project } from '../project/project.js';
import type { SyncEntry } from '../project/sync-entry.js';
import type { Origin } from './origin.js';

/** An option of a sync, as it can be shown. */
export interface EffectiveOption {
  /** Such as `guards.maxFailures`. */
  readonly name: string;
  /** JSON; code stands as `[code]`. */
  readonly value: unknown;
  readonly origin: Origin;
}

export interface EffectiveSync {
  readonly name: string;
  readonly options: readonly EffectiveOption[];
}

/** The syncs with their options: those of the configuration file, then the defaults. */
export function effectiveSyncs(project: Project): EffectiveSync[] {
  return [...project.syncs].map(([name, entry]) => {
    const originOf = (path: readonly string[]): Origin => {
      const place = project.at(['syncs', name, ...path]).replace(/: $/, '');
      return place === '' ? { from: 'default' } : { from: 'project', name: place };
    };
    const given = [...leavesOf(entry, [])].map(({ path, value }) => ({
      name: path.join('.'),
      value,
      origin: originOf(path),
    }));
    const said = (option: string): boolean =>
      given.some(({ name: one }) => one === option || one.startsWith(`${option}.`));
    const defaults = [...defaultsOf(schemaOf(entry), [])].filter((each) => !said(each.name));
    return { name, options: [...given, ...defaults] };
  });
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** What an entry says, down to what is no object. */
function* leavesOf(value: object, path: readonly string[]): Generator<Leaf> {
  for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
    const place = [...path, name];
    if (inner === undefined) continue;
    if (name === 'query' && typeof inner === 'object' && inner !== null) {
      yield { path: place, value: (inner as { name?: unknown }).name };
    } else if (typeof inner === 'function') {
      yield { path: place, value: '[code]' };
    } else if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
      yield* leavesOf(inner, place);
    } else {
      yield { path: place, value: inner };
    }
  }
}

function schemaOf(entry: SyncEntry): RootSchema {
  if (isQuerySync(entry)) return optionsSchema;
  return 'builtIn' in entry ? builtInSyncSchema : sqlSyncSchema;
}

/** The defaults that a schema tells. */
function* defaultsOf(
  root: RootSchema,
  path: readonly string[],
  schema: Schema = root,
): Generator<EffectiveOption> {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const place = [...path, name];
    const { default: usual, $ref = '' } = property;
    if (usual !== undefined) {
      yield { name: place.join('.'), value: usual, origin: { from: 'default' } };
    } else {
      yield* defaultsOf(root, place, root.$defs[$ref.replace('#/$defs/', '')] ?? property);
    }
  }
}
