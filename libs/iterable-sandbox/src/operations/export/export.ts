import { BodyStream } from '../../http/body-stream.js';
import { envelope, success, type Reply } from '../../http/reply.js';
import { badParams } from '../../http/standard-replies.js';
import type { JsonObject } from '../../json.js';
import { operations } from '../../contract/operations.js';
import type { ExportJob } from '../../state/resources.js';
import { findUser } from '../find-user.js';
import { failureReply } from '../failure-reply.js';
import type { Call, Handler } from '../handler.js';
import { readSelection, type ExportParameters } from './select.js';
import { csvLines, jsonLines } from './write-rows.js';

const JSON_LINES = 'application/x-json-stream';
const EVERYTHING = { from: -Infinity, to: Infinity, omit: [] };

/** `GET /api/export/data.json` and `data.csv`: a range or a beginning is needed. */
export const exportData: Handler = (call) => {
  const { query, operation } = call;
  if (query['range'] === undefined && query['startDateTime'] === undefined) {
    return badParams('range or startDateTime is required');
  }
  const format = operation.path.endsWith('csv') ? 'text/csv' : JSON_LINES;
  return rows(call, query, format);
};

/** `GET /api/export/userEvents`: all that one user did. */
export const exportUserEvents: Handler = ({ query, project, operation }) => {
  const { email, userId, includeCustomEvents } = query;
  const who = { email: (email as string) ?? null, userId: (userId as string) ?? null };
  const user = findUser(who, project);
  if ('reason' in user) return failureReply(user, operation);
  const did = new Set(project.activity.filter((each) => each.user === user).map((a) => a.dataType));
  const types = [...did, ...(includeCustomEvents === true ? ['customEvent'] : [])];
  return stream(JSON_LINES, function* () {
    for (const dataType of types) yield* jsonLines({ project, dataType, wanted: EVERYTHING, user });
  });
};

/** At most so many run at a time. */
const MOST_RUNNING = 4;

/** `POST /api/export/start`. */
export const exportStart: Handler<JsonObject> = ({ body, project, at }) => {
  const wanted = readSelection(body, at);
  if ('problem' in wanted) return badParams(wanted.problem);
  const { resources } = project;
  const running = resources.exports.filter((job) => stateOf(job, project, at) === 'Running');
  if (running.length >= MOST_RUNNING) {
    return envelope(429, 'RateLimitExceeded', `${MOST_RUNNING} exports are running`);
  }
  const id = resources.nextId();
  resources.exports.push({ id, request: body, startedAt: at, cancelled: false });
  return { status: 200, body: { jobId: id } };
};

/** `GET /api/export/jobs`. */
export const exportJobs: Handler = ({ query, project, at }) => {
  const jobs = project.resources.exports.map((job) => ({
    id: job.id,
    dataTypeName: job.request['dataTypeName'],
    jobState: stateOf(job, project, at),
    scheduledStartTime: new Date(job.startedAt).toISOString(),
  }));
  const state = query['jobState'];
  return {
    status: 200,
    body: { jobs: jobs.filter(({ jobState }) => state === undefined || jobState === state) },
  };
};

/** `GET /api/export/{jobId}/files`: one file, or none after it. */
export const exportFiles: Handler = (call) =>
  withJob(call, (job) => {
    const { project, query, at } = call;
    const jobState = stateOf(job, project, at);
    const file = `export-${job.id}.${job.request['outputFormat'] === 'text/csv' ? 'csv' : 'json'}`;
    const after = query['startAfter'];
    const there = jobState === 'Completed' && !(typeof after === 'string' && after >= file);
    const url = `${project.baseUrl}/_sandbox/exports/${file}`;
    return {
      status: 200,
      body: {
        jobId: job.id,
        jobState,
        exportTruncated: false,
        files: there ? [{ file, url }] : [],
      },
    };
  });

/** `DELETE /api/export/{jobId}`. */
export const exportCancel: Handler = (call) =>
  withJob(call, (job) => {
    job.cancelled = true;
    return success();
  });

/** The file of an export; needs no key, as the address that Iterable gives out needs none. */
export function exportFile(call: Pick<Call, 'project' | 'at'>, id: number): Reply | undefined {
  const job = call.project.resources.exports.find((each) => each.id === id);
  if (!job || stateOf(job, call.project, call.at) !== 'Completed') return undefined;
  const operation = operations['export/data.json'];
  const full = { ...call, operation, body: undefined, params: {}, query: {} };
  return rows(full, job.request, String(job.request['outputFormat']));
}

function rows({ project, at }: Call, parameters: ExportParameters, format: string): Reply {
  const wanted = readSelection(parameters, at);
  if ('problem' in wanted) return badParams(wanted.problem);
  const source = { project, dataType: String(parameters['dataTypeName']), wanted };
  const { delimiter } = parameters;
  return stream(format, () =>
    format === 'text/csv'
      ? csvLines(source, typeof delimiter === 'string' && delimiter !== '' ? delimiter : ',')
      : jsonLines(source),
  );
}

function stream(type: string, pieces: () => Iterable<string>): Reply {
  const body = new BodyStream({ [Symbol.iterator]: () => pieces()[Symbol.iterator]() });
  return { status: 200, body, headers: { 'content-type': type } };
}

/** An export takes as long as processing takes. */
function stateOf(job: ExportJob, project: Call['project'], at: number): string {
  if (job.cancelled) return 'Failed';
  return at - job.startedAt >= project.processingDelayMs ? 'Completed' : 'Running';
}

function withJob({ params, project }: Call, work: (job: ExportJob) => Reply): Reply {
  const id = Number(params['jobId']);
  const job = project.resources.exports.find((each) => each.id === id);
  return job ? work(job) : envelope(404, 'NotFound', `No export ${id}`);
}
