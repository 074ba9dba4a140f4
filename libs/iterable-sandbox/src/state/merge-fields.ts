import { isJsonObject, type JsonObject } from '../json.js';

/**
 * Puts new values over old ones: fields that are not sent stay. An object takes the place of the
 * old one, or, with `nested`, is merged into it. Builds new objects; own keys named `__proto__`
 * stay data.
 */
export function mergeFields(old: JsonObject, sent: JsonObject, nested: boolean): JsonObject {
  if (!nested) return { ...old, ...sent };
  const merged = Object.entries(sent).map(([name, value]): [string, unknown] => {
    const before = Object.hasOwn(old, name) ? old[name] : undefined;
    const both = isJsonObject(value) && isJsonObject(before);
    return [name, both ? mergeFields(before, value, true) : value];
  });
  return { ...old, ...Object.fromEntries(merged) };
}
