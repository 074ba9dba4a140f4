/** A length of time in six characters or little more: `12 ms`, `3.4 s`, `2m 5s`. */
export function shortTime(milliseconds: number): string {
  if (milliseconds < 999.5) return `${String(Math.round(milliseconds))} ms`;
  if (milliseconds < 99_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  return coarseTime(milliseconds / 1000);
}

/** A length of time in whole seconds, rounded up: `45s`, `2m 5s`, `1h 23m`. */
export function coarseTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  if (hours > 0) return `${String(hours)}h ${String(minutes)}m`;
  return minutes > 0 ? `${String(minutes)}m ${String(whole % 60)}s` : `${String(whole)}s`;
}
