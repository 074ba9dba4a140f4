import {
  type Alias,
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';

/** The names of properties and places in lists that lead to a value, from the outside in. */
export type Path = readonly (string | number)[];

/** What a YAML or JSON file holds, and where its values are. */
export interface DataFile {
  readonly value: unknown;
  /** What keeps the text from being read, each with its place. */
  readonly problems: readonly DataProblem[];
  /** Line of a value, from 1; of the nearest one around it where it isn't there. */
  lineOf(path: Path): number;
}

/** What is wrong with a text, and where. */
export interface DataProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** Reads YAML, of which JSON is a part: both tell the line of each value. */
export function readDataFile(text: string): DataFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (node: Node | undefined): number => lines.linePos(node?.range?.[0] ?? 0).line;
  const problems = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    line: lines.linePos(pos[0]).line,
    message: OWN_WORDS[code] ?? message,
  }));
  const wrong = problems.length > 0 ? problems : aliasProblems(document, lineAt);
  return {
    value: wrong.length === 0 ? document.toJS() : undefined,
    problems: wrong.filter(isFirst),
    lineOf: (path) => lineAt(nodeAt(document.contents, path)),
  };
}

/** What the parser says to its programmers and not to the writer of a file. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a second document begins here (---): keep one',
};

/** The parser tells some mistakes once for each collection around them. */
function isFirst(problem: DataProblem, place: number, all: readonly DataProblem[]): boolean {
  const same = ({ line, message }: DataProblem): boolean =>
    line === problem.line && message === problem.message;
  return all.findIndex(same) === place;
}

/** Aliases are found wrong where they are followed only, and a few of them can make a lot of data. */
function aliasProblems(document: Document, lineAt: (node: Node) => number): DataProblem[] {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  const [first] = aliases;
  const lost = aliases
    .filter((alias) => alias.resolve(document) === undefined)
    .map((alias) => ({
      line: lineAt(alias),
      message: `there is no &${alias.source} above this *${alias.source}`,
    }));
  if (first === undefined || lost.length > 0) return lost;
  try {
    document.toJS({ maxAliasCount: 100 });
    return [];
  } catch {
    const message = 'aliases of aliases make too much data; write out what they stand for';
    return [{ line: lineAt(first), message }];
  }
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
