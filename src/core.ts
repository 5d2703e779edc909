export { createFileClient } from './create-file-client.js'
export type { FileClient, FileClientOptions, LaneLimits } from './create-file-client.js'
export { FileError } from './api/errors.js'
export type { FileErrorCode, FileErrorOptions, FileStep } from './api/errors.js'
export type { Clock } from './api/clock.js'
export type { Connection } from './api/connection.js'
export type { ApiHost, ApiRequest, Call, GetToken, Http } from './api/http.js'
export {
  deleteFile,
  downloadFile,
  getFile,
  saveFileV2,
  uploadFilePublic,
  uploadFileV2,
} from './api/file-api.js'
export type { DownloadOptions } from './api/file-api.js'
export { addRelations, getRelationsV3, searchEntities } from './api/entity-api.js'
export type { PageRequest } from './api/entity-api.js'
export type * from './api/types.js'
export { createRetryPolicy } from './transfer/retry-policy.js'
export type { RetryOptions, RetryPolicy } from './transfer/retry-policy.js'
export { putBlob } from './transfer/put-blob.js'
export type { PutBlob, PutRequest } from './transfer/put-blob.js'
export type { FindSaved, FindSavedCall, SavedMark } from './transfer/find-saved.js'
export type { Logger, Patience, Prepare, UploadMode } from './transfer/upload-job.js'
export { canCancel, canDescribe, canRetry, isLive } from './transfer/upload-state.js'
export type {
  Checkpoint,
  UploadResult,
  UploadState,
  UploadStatus,
  UploadStep,
  Waiting,
} from './transfer/upload-state.js'
export type { Upload } from './uploads/upload.js'
export type { OnDone, OnFailed } from './uploads/create-upload.js'
export type { AddOptions, UploadChange, Uploads } from './uploads/create-uploads.js'
export { uploadSummary } from './uploads/upload-summary.js'
export type { UploadSummary } from './uploads/upload-summary.js'
export type { ReadonlyStore } from './uploads/readonly-store.js'
export { startDownload } from './downloads/download-file.js'
export type { DownloadPorts, DownloadRequest } from './downloads/download-file.js'
export type { OpenDownload, OpenDownloadOptions } from './downloads/open-download.js'
