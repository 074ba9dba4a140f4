/** `YYYY-MM-DD HH:MM:SS`, UTC. */
export function timestamp(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}

/** `YYYYMMDD_HHMMSS`, UTC, for names of files. */
export function fileStamp(date: Date): string {
  return timestamp(date).replaceAll(/[-:]/g, '').replace(' ', '_');
}
