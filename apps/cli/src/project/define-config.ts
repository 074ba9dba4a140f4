import type { ProjectConfig } from './sync-entry.js';

/**
 * Gives a configuration back as it is: it is there for its type, in `iterable-sync.config.ts`.
 *
 * @example
 * export default defineConfig({
 *   syncs: {
 *     engagement: {
 *       sql: 'sql/engagement.sql',
 *       key: 'id',
 *       email: 'email',
 *       event: { name: 'recent_engagement', createdAt: 'event_time' },
 *     },
 *   },
 * });
 */
export function defineConfig(config: ProjectConfig): ProjectConfig {
  return config;
}
