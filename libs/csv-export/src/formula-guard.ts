import { isFormula } from './is-formula.js';
import { tally, type Observations } from './observations.js';
import type { ResolvedFormat } from './resolve-format-options.js';

/** The text as it may stand in the cell of this row and column. */
export type FormulaGuard = (text: string, rowNumber: number, column: string) => string;

/** Makes text of formulas where that was asked for, and counts them where it was not. */
export function formulaGuard(format: ResolvedFormat, seen: Observations): FormulaGuard {
  return (text, rowNumber, column) => {
    if (!isFormula(text)) return text;
    if (format.formulaGuard) return `'${text}`;
    tally(seen.formulas, rowNumber, column);
    return text;
  };
}
