import { join } from 'node:path';
import { describe } from 'vitest';
import { testErrors } from '../../../tools/vitest/errors.js';
import * as library from '../src/index.js';
import { temporaryFolder } from './temporary-folder.js';

const SECRET = 'a value of a row';
const columns = { columns: ['a'] } as const;
const into = (name: string) =>
  library.writeCsv([{ a: SECRET }], temporaryFolder().file(name), columns);

describe('the errors', () => {
  testErrors({
    library,
    secret: SECRET,
    examples: {
      CSV_FOLDER_MISSING: () => into(join('none', 'a.csv')),
      CSV_IS_FOLDER: () => into('.'),
      CSV_ROW: () => library.formatCsv([{ a: 1 }, SECRET] as never, columns),
      CSV_VALUE: () => library.formatCsv([{ a: () => SECRET }], columns),
      CSV_UNKNOWN_COLUMN: () => library.formatCsv([{ a: 1, b: SECRET }], columns),
    },
  });
});
