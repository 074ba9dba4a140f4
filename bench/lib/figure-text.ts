/** A figure as people read it: three digits that count, thousands apart. */
export function figureText(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value.toLocaleString('en-US', {
    maximumSignificantDigits: Math.abs(value) < 1000 ? 3 : 21,
    maximumFractionDigits: 0,
    roundingPriority: 'lessPrecision',
    ...(Math.abs(value) < 1000 && { roundingPriority: 'morePrecision' }),
  });
}

/** How many times as good, such as `1.34 ×`. */
export function ratioText(ratio: number): string {
  return `${ratio.toFixed(ratio >= 100 ? 0 : ratio >= 10 ? 1 : 2)} ×`;
}
