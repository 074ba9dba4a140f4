/** Where a value of the configuration comes from. */
export type Origin =
  | { readonly from: 'default' | 'environment' }
  | {
      /**
       * - `dotenv`: the `.env` file, or the one that `--dotenv` names
       * - `file`: the one that `NAME_FILE` names
       * - `project`: the configuration file, with the line where it has lines
       */
      readonly from: 'dotenv' | 'flag' | 'file' | 'project';
      /** The file, or the flag. */
      readonly name: string;
    };

/** An origin in words: `default`, `.env`, `environment`, `flag --log-level`, `file /run/secrets/key`. */
export function originText(origin: Origin): string {
  switch (origin.from) {
    case 'default':
    case 'environment':
      return origin.from;
    case 'dotenv':
    case 'project':
      return origin.name;
    case 'flag':
    case 'file':
      return `${origin.from} ${origin.name}`;
  }
}
