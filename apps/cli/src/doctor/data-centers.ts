import type { LocationOptions } from '@org/iterable-client';

export type DataCenter = 'us' | 'eu';

/** Where the data centers are. */
export type DataCenters = Readonly<Record<DataCenter, LocationOptions>>;

export const DATA_CENTERS: DataCenters = { us: { dataCenter: 'us' }, eu: { dataCenter: 'eu' } };

/** The data center that was not configured; none where a base URL stands in the place of both. */
export function otherDataCenter({ dataCenter, baseUrl }: LocationOptions): DataCenter | undefined {
  if (baseUrl !== undefined) return undefined;
  return dataCenter === 'eu' ? 'us' : 'eu';
}
