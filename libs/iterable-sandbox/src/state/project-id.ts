/** Iterable names a project by its number. */
export const PROJECT_ID = 10_000;
