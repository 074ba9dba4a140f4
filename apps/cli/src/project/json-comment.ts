import type { DataProblem } from './data-file.js';

/**
 * The first comment in what is meant to be JSON. YAML, as which it is read, has comments of its own
 * and takes these for a part of the next name.
 */
export function jsonComment(text: string): DataProblem | undefined {
  if (isJson(text)) return undefined;
  const place = text.split('\n').findIndex((line) => /(^|[,{}[\]])\s*\/[/*]/.test(line));
  if (place === -1) return undefined;
  return {
    line: place + 1,
    message: 'JSON has no comments: take them out, or write the file as .yaml',
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
