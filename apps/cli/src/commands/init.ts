import { relative, resolve } from 'node:path';
import { EXIT, type ExitCode } from '../exit-code.js';
import { Cancelled } from '../init/cancelled.js';
import { checkSettings } from '../init/check-settings.js';
import { decideByFlags } from '../init/decide-by-flags.js';
import type { Decision } from '../init/decision.js';
import type { InitResult } from '../init/init-result.js';
import { nextSteps } from '../init/next-steps.js';
import { settingFiles, syncFiles } from '../init/planned-files.js';
import { lookAround, missingSettings, type Surroundings } from '../init/surroundings.js';
import { checkFlags, saysSync } from '../init/sync-of-flags.js';
import { tableReader } from '../init/table-reader.js';
import { tellInit } from '../init/tell-init.js';
import { writeFiles } from '../init/write-files.js';
import type { Io } from '../io.js';
import type { InitOptions } from '../program/init.js';
import { settingsFromFlags } from '../program/setting-flags.js';
import { Screen } from '../screen/screen.js';
import { writeJson } from '../session/write-json.js';

/** `iterable-sync init`: asks, or takes what flags say, and writes what is not there yet. */
export async function init(options: InitOptions, io: Io): Promise<ExitCode> {
  checkFlags(options);
  checkSettings(settingsFromFlags(options));
  const { json, quiet, color, verbose = false } = options;
  const screen = new Screen(io, {
    level: quiet ? 'ERROR' : 'INFO',
    color,
    talk: json ? 'stderr' : 'stdout',
  });
  const around = lookAround(resolve(io.cwd, options.folder ?? '.'), io);
  const stop = new AbortController();
  const release = io.onInterrupt(() => stop.abort());
  try {
    const decision = await decide(options, around, { io, screen, signal: stop.signal });
    const result = write(decision, around, options, io);
    if (json) writeJson(io.stdout, result);
    else tellInit(result, screen, verbose);
    return EXIT.ok;
  } catch (error) {
    if (!stop.signal.aborted && !(error instanceof Cancelled)) throw error;
    screen.line('WARNING', 'Cancelled. Nothing was written.');
    return EXIT.interrupted;
  } finally {
    release();
  }
}

interface Console {
  readonly io: Io;
  readonly screen: Screen;
  readonly signal: AbortSignal;
}

async function decide(
  options: InitOptions,
  around: Surroundings,
  { io, screen, signal }: Console,
): Promise<Decision> {
  const source = { io, folder: around.folder, signal };
  if (!io.stdin.isTTY || !io.stdout.isTTY || options.yes || options.json) {
    const warn = (text: string): void => screen.line('WARNING', `⚠ ${text}`);
    return decideByFlags(options, around, tableReader({ ...source, settings: {}, warn }));
  }
  // What asks is loaded only where there is something to ask.
  const { Asker } = await import('../init/asker.js');
  const { decideByAsking } = await import('../init/decide-by-asking.js');
  using asker = new Asker(io, signal, options.color);
  const warn = (text: string): void => asker.warn(text);
  return await decideByAsking(options, around, asker, (settings) =>
    tableReader({ ...source, settings, warn }),
  );
}

function write(
  { settings, sync, format }: Decision,
  around: Surroundings,
  options: InitOptions,
  io: Io,
): InitResult {
  const { folder, projectFiles } = around;
  const written = writeFiles(folder, [
    ...settingFiles(settings),
    ...(sync ? syncFiles(sync, format, folder) : []),
  ]);
  const kept = projectFiles.map((path) => ({ path, state: 'kept' as const }));
  const after = lookAround(folder, io);
  const missing = missingSettings(after.settings);
  return {
    schemaVersion: 1,
    folder,
    files: [...written, ...kept],
    missingPatterns: around.missingPatterns,
    missingSettings: missing,
    next: nextSteps({
      folder: relative(io.cwd, folder),
      missingSettings: missing,
      sync,
      keptProject: saysSync(options) ? projectFiles[0] : undefined,
      program: io.env['npm_command'] === 'exec' ? 'npx iterable-sync' : 'iterable-sync',
    }),
  };
}
