/**
 * Whether a field holds what Iterable takes for one value, a location: its name ends with
 * `_geo_location`, and it has latitude and longitude.
 */
export function isGeoLocation(path: string, value: object): boolean {
  return path.endsWith('_geo_location') && hasPlace(value) && Object.keys(value).length === 2;
}

/** Whether an object has latitude and longitude. */
export function hasPlace(value: object): boolean {
  const { lat, lon } = value as { readonly lat?: unknown; readonly lon?: unknown };
  return typeof lat === 'number' && typeof lon === 'number';
}
