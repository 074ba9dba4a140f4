/** Where a project is: an organization has one of them, and so has a key. */
export type DataCenter = 'us' | 'eu';

/** All of them. */
export const dataCenters: readonly DataCenter[] = ['us', 'eu'];
