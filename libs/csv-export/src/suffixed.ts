import { basename, extname } from 'node:path';

/** The path with a number before its extension: `a.csv.gz` and 2 make `a_2.csv.gz`. */
export function suffixed(path: string, number: number): string {
  const zipped = /\.gz$/i.exec(path)?.[0] ?? '';
  const plain = path.slice(0, path.length - zipped.length);
  const extension = extname(basename(plain));
  return `${plain.slice(0, plain.length - extension.length)}_${number}${extension}${zipped}`;
}
