import { createSandbox } from '@org/iterable-sandbox';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import type { SandboxCommandOptions } from '../program/sandbox.js';
import { writeJson } from '../session/write-json.js';

/** `iterable-sync sandbox`: a local Iterable, until it is interrupted. */
export async function sandbox(options: SandboxCommandOptions, io: Io): Promise<ExitCode> {
  const { port, apiKey, jwtSecret, dataCenter, projectType, rateLimits } = options;
  await using server = await createSandbox({
    port,
    dataCenter,
    projectType,
    rateLimits,
    apiKeys: [{ key: apiKey, ...(jwtSecret !== undefined && { jwtSecret }) }],
  });
  const interrupted = Promise.withResolvers<void>();
  // It has no file to open anew, so that every SIGHUP is a request to end.
  const releases = [io.onInterrupt, io.onReopen].map((on) => on(interrupted.resolve));
  const { url } = server;
  if (options.json)
    writeJson(io.stdout, { schemaVersion: 1, url, apiKey, dataCenter, projectType });
  else if (!options.quiet) io.stdout.write(`${listening(url, apiKey).join('\n')}\n`);
  await interrupted.promise;
  for (const release of releases) release();
  return EXIT.ok;
}

function listening(url: string, apiKey: string): string[] {
  return [
    `A local Iterable listens on ${url}: open it in a browser to watch what arrives.`,
    `  ITERABLE_BASE_URL=${url}`,
    `  ITERABLE_API_KEY=${apiKey}`,
    'Ctrl-C ends it, and what it holds is gone then.',
  ];
}
