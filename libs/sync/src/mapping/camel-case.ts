/** `plan_type` becomes `planType`: what follows underscores, hyphens or spaces gets a capital. */
export function camelCase(name: string): string {
  return name.replace(/(?<=[^_\s.-])[_\s-]+([^_\s.-])/gu, (_, next: string) => next.toUpperCase());
}
