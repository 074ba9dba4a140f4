import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type Node } from 'yaml';

/** The names of properties and places in lists that lead to a value, from the outside in. */
export type Path = readonly (string | number)[];

/** What a YAML or JSON file holds, and where its values are. */
export interface DataFile {
  readonly value: unknown;
  /** What keeps the text from being read, each with its place. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** Line of a value, from 1; of the nearest one around it where it isn't there. */
  lineOf(path: Path): number;
}

/** Reads YAML, of which JSON is a part: both tell the line of each value. */
export function readDataFile(text: string): DataFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    line: lines.linePos(pos[0]).line,
    message,
  }));
  return {
    value: problems.length === 0 ? document.toJS({ maxAliasCount: 100 }) : undefined,
    problems,
    lineOf: (path) => {
      const node = nodeAt(document.contents, path);
      return lines.linePos(node?.range?.[0] ?? 0).line;
    },
  };
}

/** The name of the property where the path ends in one: that is where a person looks. */
function nodeAt(contents: unknown, path: Path): Node | undefined {
  let found = isNode(contents) ? contents : undefined;
  let at: unknown = contents;
  for (const step of path) {
    if (isMap(at)) {
      const pair = at.items.find(({ key }) => (isScalar(key) ? key.value : key) === step);
      if (!isPair(pair)) return found;
      if (isNode(pair.key)) found = pair.key;
      at = pair.value;
    } else {
      at =
        isNode(at) && 'get' in at
          ? (at.get as (key: unknown, keep: true) => unknown)(step, true)
          : undefined;
      if (isNode(at)) found = at;
    }
  }
  return found;
}
