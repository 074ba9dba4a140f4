import { DATA_CENTERS } from '../doctor/data-centers.js';
import { countChecks, doctorJson } from '../doctor/doctor-json.js';
import { Examination, exitCodeOf, type CheckResult } from '../doctor/examination.js';
import { examine } from '../doctor/examine.js';
import { readParts } from '../doctor/read-parts.js';
import { showCheck } from '../doctor/show-check.js';
import { tellError } from '../errors/tell-error.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { redactor } from '../log/redactor.js';
import type { DoctorOptions } from '../program/doctor.js';
import { Screen } from '../screen/screen.js';
import { listenForInterrupt } from '../session/interrupt.js';
import { writeJson } from '../session/write-json.js';

/** `iterable-sync doctor`: it needs neither settings that hold nor a log that can be written. */
export async function doctor(
  sync: string | undefined,
  options: DoctorOptions,
  io: Io,
): Promise<ExitCode> {
  const { json = false, quiet = false, verbose = false, color, timeLimit } = options;
  const settings = readParts({ options, io });
  const { secrets, log } = settings.general;
  const redact = redactor(secrets);
  const anonymous = log.redact;
  const screen = new Screen(io, {
    level: quiet ? 'ERROR' : 'INFO',
    secrets,
    color,
    talk: json ? 'stderr' : 'stdout',
    anonymous,
  });
  const interrupt = listenForInterrupt(io, () => undefined);
  const exam = new Examination({
    timeLimitMs: timeLimit * 1000,
    stop: interrupt.stop,
    onChecked: (check) => showCheck(screen, check, { verbose, quiet }),
  });
  const question = { sync, options, io, dataCenters: DATA_CENTERS };
  const stopped = new Promise((resolve) => {
    interrupt.stop.addEventListener('abort', resolve);
  });
  try {
    // What is under way changes nothing, so that it is not waited for.
    await Promise.race([examine(exam, question, settings), stopped]);
  } catch (error) {
    if (!interrupt.stop.aborted) return tellError(error, { io, options, redact, anonymous });
  } finally {
    interrupt.release();
  }
  if (interrupt.stop.aborted) {
    screen.line('ERROR', 'error[INTERRUPTED]: stopped by a signal');
    return EXIT.interrupted;
  }
  const exitCode = exitCodeOf(exam.results);
  screen.line('INFO', '');
  screen.line('INFO', summaryText(exam.results));
  if (json) writeJson(io.stdout, doctorJson(exam.results, exitCode, redact));
  return exitCode;
}

/** How many came to which end, the gravest first. */
function summaryText(results: readonly CheckResult[]): string {
  const { ok, warning, failed, skipped } = countChecks(results);
  const sign = failed > 0 ? '✗' : warning > 0 ? '⚠' : '✓';
  const parts = [
    [failed, 'failed'],
    [warning, warning === 1 ? 'warning' : 'warnings'],
    [ok, 'ok'],
    [skipped, 'skipped'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map((part) => part.join(' '));
  return `${sign} ${told.join(', ')}`;
}
