/** What a request did to the fields of the project. */
export interface FieldReport {
  readonly created: Set<string>;
  readonly filteredOut: Set<string>;
}

/** A report with nothing in it yet. */
export function fieldReport(): FieldReport {
  return { created: new Set(), filteredOut: new Set() };
}
