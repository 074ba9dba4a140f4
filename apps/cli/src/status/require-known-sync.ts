import { ConfigurationError } from '../config/configuration-error.js';
import { nearest } from '../errors/nearest.js';
import type { Io } from '../io.js';
import type { CommonOptions } from '../program/common-flags.js';

/**
 * Makes sure that there is such a sync: in the ledger, or in the configuration, which is read only where
 * the ledger doesn't know the name.
 *
 * @throws ConfigurationError where there is none, or the configuration can't be read
 */
export async function requireKnownSync(
  name: string,
  ran: readonly string[],
  { config: file }: CommonOptions,
  { cwd }: Pick<Io, 'cwd'>,
): Promise<void> {
  if (ran.includes(name)) return;
  const { loadProject } = await import('../project/load-project.js');
  const { project, problems } = await loadProject({ cwd, ...(file !== undefined && { file }) });
  if (problems.length > 0) throw new ConfigurationError(problems);
  const names = [...new Set([...project.syncs.keys(), ...ran])];
  if (names.includes(name)) return;
  const meant = nearest(name, names);
  const hint = meant === undefined ? `there are ${names.join(', ')}` : `did you mean ${meant}?`;
  throw new ConfigurationError([`there is no sync ${JSON.stringify(name)}; ${hint}`]);
}
