/** Why a text can't name a sync that is written: the name is that of a file, too. */
export function syncNameProblem(name: string): string | undefined {
  return /^\w[\w-]*$/.test(name)
    ? undefined
    : `a name has letters, digits, _ and - only; found ${JSON.stringify(name)}`;
}

/** A name that will do, made of the name of a table. */
export function nameOfTable(table: string): string {
  return table.replaceAll(/[^\w-]+/g, '_').replace(/^-+/, '') || 'my_sync';
}
