import { toDestinationError } from './to-destination-error.js';

/** Work on a destination whose failures are coded. */
export async function atDestination<Value>(path: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw toDestinationError(error, path);
  }
}
