import type { Failure } from '../state/failure.js';

/** Collects what a bulk reply says about the records that were not written. */
export class FailureLists {
  readonly lists: Readonly<Record<string, string[]>>;
  #count = 0;

  /** @param reasons the reasons that the reply of this operation has lists for. */
  constructor(reasons: readonly Failure['reason'][]) {
    const names = reasons.flatMap((reason) => [`${reason}Emails`, `${reason}UserIds`]);
    this.lists = Object.fromEntries(names.map((name) => [name, [] as string[]]));
  }

  /** Records that failed, also those that no list has a place for. */
  get count(): number {
    return this.#count;
  }

  add(failure?: Failure): void {
    this.#count += 1;
    if (failure) this.lists[listName(failure)]?.push(failure.value);
  }

  get(name: string): readonly string[] {
    return this.lists[name] ?? [];
  }
}

function listName({ reason, by }: Failure): string {
  return `${reason}${by === 'email' ? 'Emails' : 'UserIds'}`;
}
