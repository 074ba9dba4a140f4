// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { ExportFileMethods } from '../streams/export-file-methods.js';
import type { CallOptions } from '../types/call-options.js';
import type { Identified } from '../types/identified.js';
import type { Int64 } from '../types/int64.js';
import type { JsonObject, JsonValue } from '../types/json-value.js';

/** What Iterable exports. */
export type ExportDataType =
  | 'emailSend'
  | 'emailOpen'
  | 'emailClick'
  | 'hostedUnsubscribeClick'
  | 'emailComplaint'
  | 'emailBounce'
  | 'emailSendSkip'
  | 'pushSend'
  | 'pushOpen'
  | 'pushUninstall'
  | 'pushBounce'
  | 'pushSendSkip'
  | 'inAppSend'
  | 'inAppOpen'
  | 'inAppClick'
  | 'inAppClose'
  | 'inAppDelete'
  | 'inAppDelivery'
  | 'inAppSendSkip'
  | 'inAppRecall'
  | 'inboxSession'
  | 'inboxMessageImpression'
  | 'smsSend'
  | 'smsBounce'
  | 'smsClick'
  | 'smsReceived'
  | 'smsSendSkip'
  | 'webPushSend'
  | 'webPushClick'
  | 'webPushSendSkip'
  | 'rcsSend'
  | 'rcsSendSkip'
  | 'emailSubscribe'
  | 'emailUnSubscribe'
  | 'purchase'
  | 'customEvent'
  | 'user'
  | 'smsUsageInfo'
  | 'embeddedSend'
  | 'embeddedSendSkip'
  | 'embeddedClick'
  | 'embeddedReceived'
  | 'embeddedImpression'
  | 'embeddedSession'
  | 'unknownSession'
  | 'journeyExit'
  | 'whatsAppBounce'
  | 'whatsAppClick'
  | 'whatsAppReceived'
  | 'whatsAppSeen'
  | 'whatsAppSend'
  | 'whatsAppSendSkip'
  | 'whatsAppUsageInfo';

/** Part of {@link ExportFilesResponse}. */
export interface ExportFile {
  readonly file: string;
  /** Carries its own permission, for 30 minutes. It is a secret. */
  readonly url: string;
}

/** Reply of `GET /api/export/{jobId}/files`. */
export interface ExportFilesResponse {
  /** The export was cut because it is larger than Iterable allows (100 GB). */
  readonly exportTruncated: boolean;
  readonly files: readonly ExportFile[];
  readonly jobId: Int64;
  /**
   * `Enqueued`, `Running`, `Completed` or `Failed`, in upper or lower case. A running job may
   * be enqueued again.
   */
  readonly jobState: string;
}

/** Part of {@link ExportJobsResponse}. */
export interface ExportJob {
  readonly bytesExported?: number | null;
  readonly dataTypeName?: JsonValue | null;
  readonly endTime?: string | null;
  readonly id?: Int64 | null;
  readonly jobState: JsonValue;
  readonly scheduledStartTime?: string | null;
}

/** Reply of `GET /api/export/jobs`. */
export interface ExportJobsResponse {
  readonly jobs?: readonly ExportJob[] | null;
}

/** Body of `POST /api/export/start`. */
export interface StartExportRequest {
  readonly campaignId?: Int64 | undefined;
  readonly dataTypeName: ExportDataType;
  readonly delimiter?: string | undefined;
  readonly endDateTime?: Date | string | undefined;
  /** Names of fields with commas in between. */
  readonly omitFields?: string | undefined;
  /** Names of fields with commas in between. */
  readonly onlyFields?: string | undefined;
  readonly outputFormat: 'text/csv' | 'application/x-json-stream';
  readonly startDateTime?: Date | string | undefined;
}

/** Reply of `POST /api/export/start`. */
export interface StartExportResponse {
  readonly jobId: Int64;
}

/** Parameters of `GET /api/export/data.csv`. */
export interface ExportCsvBytesQuery {
  readonly dataTypeName: ExportDataType;
  /**
   * This, or `startDateTime` and `endDateTime`.
   * @default 'Today'
   */
  readonly range?: 'Today' | 'Yesterday' | 'BeforeToday' | 'All' | undefined;
  /** @default ',' */
  readonly delimiter?: string | undefined;
  readonly startDateTime?: Date | string | undefined;
  readonly endDateTime?: Date | string | undefined;
  /** Names of fields with commas in between. */
  readonly omitFields?: string | undefined;
  readonly onlyFields?: readonly string[] | undefined;
  readonly campaignId?: Int64 | undefined;
}

/** Parameters of `GET /api/export/data.json`. */
export interface ExportEachRecordQuery {
  readonly dataTypeName: ExportDataType;
  /**
   * This, or `startDateTime` and `endDateTime`.
   * @default 'Today'
   */
  readonly range?: 'Today' | 'Yesterday' | 'BeforeToday' | 'All' | undefined;
  readonly startDateTime?: Date | string | undefined;
  readonly endDateTime?: Date | string | undefined;
  /** Names of fields with commas in between. */
  readonly omitFields?: string | undefined;
  readonly onlyFields?: readonly string[] | undefined;
  readonly campaignId?: Int64 | undefined;
}

/** Parameters of `GET /api/export/jobs`. */
export interface ExportListJobsQuery {
  readonly jobState?: string | undefined;
}

/** Parameters of `GET /api/export/userEvents`. */
export type ExportEachUserEventQuery = Identified & {
  /** @default false */
  readonly includeCustomEvents?: boolean | undefined;
};

/** Parameters of `GET /api/export/{jobId}/files`. */
export interface ExportListFilesQuery {
  readonly startAfter?: string | undefined;
}

/** Exports of data. */
export interface ExportOperations extends ExportFileMethods {
  /**
   * Exported data of one type, as the bytes of a CSV file. 4 requests a minute per project. May
   * be repeated.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  csvBytes(query: ExportCsvBytesQuery, options?: CallOptions): AsyncIterable<Uint8Array>;
  /**
   * Exported data of one type, record by record, in no order. 4 requests a minute per project.
   * May be repeated.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  eachRecord(query: ExportEachRecordQuery, options?: CallOptions): AsyncIterable<JsonObject>;
  /**
   * The project's export jobs. May be repeated.
   *
   * @throws {@link IterableError}
   */
  listJobs(query?: ExportListJobsQuery, options?: CallOptions): Promise<ExportJobsResponse>;
  /**
   * Starts an export job. 1 request a second per organization. At most 4 run at a time.
   * Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  start(body: StartExportRequest, options?: CallOptions): Promise<StartExportResponse>;
  /**
   * All events of one user, one by one. May be repeated.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  eachUserEvent(query: ExportEachUserEventQuery, options?: CallOptions): AsyncIterable<JsonObject>;
  /**
   * Cancels an export job. 1 request a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  cancel(jobId: Int64, options?: CallOptions): Promise<JsonValue | undefined>;
  /**
   * The state of an export job, and a page of its files. Their addresses are good for 30
   * minutes. 1 request a second per organization. May be repeated.
   *
   * @throws {@link IterableError}
   */
  listFiles(
    jobId: Int64,
    query?: ExportListFilesQuery,
    options?: CallOptions,
  ): Promise<ExportFilesResponse>;
  /**
   * All files of a finished export job, with addresses that are good for at least five minutes.
   * Fails at the end where the job has not finished or the export was cut, because then files
   * are missing. 1 request a second per organization. May be repeated.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  eachFile(
    jobId: Int64,
    query?: ExportListFilesQuery,
    options?: CallOptions,
  ): AsyncIterable<ExportFile>;
}
