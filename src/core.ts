export { createFileClient } from './create-file-client.js'
export type { FileClient, FileClientOptions, LaneLimits } from './create-file-client.js'
export { FileError } from './api/errors.js'
export type { FileErrorAudience, FileErrorCode, FileErrorOptions, FileStep } from './api/errors.js'
export type { Clock } from './api/clock.js'
export type { Connection } from './api/connection.js'
export type { ApiHost, ApiRequest, Call, Http } from './api/http.js'
export type { BytesRequest, FetchBytes } from './api/fetch-bytes.js'
export type { GetToken } from './api/tokens.js'
export {
  deleteFile,
  downloadFile,
  getFile,
  saveFileV2,
  saveFileVersion,
  uploadFilePublic,
  uploadFileV2,
} from './api/file-api.js'
export type { DownloadOptions } from './api/file-api.js'
export { updateFile } from './api/update-file.js'
export type { FileChange, UpdateFilePayload } from './api/update-file.js'
export { generatePublicLink, listPublicLinksForFile, revokePublicLink } from './api/public-links.js'
export type { PublicLink } from './api/public-links.js'
export { checkFileName } from './api/check-file-name.js'
export type { FileNameProblem } from './api/check-file-name.js'
export { checkAddress, nameOfAddress } from './api/check-address.js'
export type { AddressProblem } from './api/check-address.js'
export {
  addRelations,
  deleteRelation,
  getRelationsV3,
  searchEntities,
  updateRelation,
} from './api/entity-api.js'
export type { PageRequest } from './api/entity-api.js'
export { listChangesets } from './api/changesets.js'
export type { Changeset, Changesets, EditMode, RelationOutcome } from './api/changesets.js'
export { pendingRelations } from './api/pending-relations.js'
export type { PendingRelations } from './api/pending-relations.js'
export { getSchema } from './api/entity-schema.js'
export type { EntitySchema, FileAttribute, SchemaAttribute } from './api/entity-schema.js'
export { fileAttributeRules } from './intake/file-attribute-rules.js'
export type { FileAttributeRules } from './intake/file-attribute-rules.js'
export { searchFiles } from './api/search-files.js'
export type { FileSearch } from './api/search-files.js'
export type { FileSearchType } from './api/file-extensions.js'
export { acceptOf } from './intake/accept-of.js'
export { toFileRelation } from './api/to-file-relation.js'
export type { FileRelation, FileRelationItem, FileRelationOptions } from './api/to-file-relation.js'
export { createSubmission, toSubmissionFiles } from './api/submission-api.js'
export type {
  SubmissionEntity,
  SubmissionFile,
  SubmissionFileOptions,
  SubmissionOptIn,
  SubmissionPayload,
  SubmissionReceipt,
} from './api/submission-api.js'
export { fromFileUploadValue, toFileUploadValue } from './api/file-upload-value.js'
export type { FileUploadValue, FileUploadValueItem } from './api/file-upload-value.js'
export type { StoredFile } from './api/stored-file.js'
export { storedFiles } from './uploads/stored-files.js'
export {
  deleteEntityFile,
  getFilePreview,
  saveEntityFile,
  searchPortalUserEntities,
  trackFileDownloaded,
} from './api/portal-api.js'
export { searchPortalFiles } from './api/search-portal-files.js'
export { acceptedExtensions, getPublicPortalConfig } from './api/portal-config.js'
export type * from './api/portal-types.js'
export type * from './api/types.js'
export { createRetryPolicy } from './transfer/retry-policy.js'
export type { RetryOptions, RetryPolicy } from './transfer/retry-policy.js'
export { putBlob } from './transfer/put-blob.js'
export type { PutBlob, PutRequest } from './transfer/put-blob.js'
export type { HoldLock } from './transfer/web-lock.js'
export type { FindSaved, FindSavedCall, SavedMark } from './transfer/find-saved.js'
export type { Logger, Patience, Prepare, UploadMode } from './transfer/upload-job.js'
export { canCancel, canDescribe, canRetry, isAttachRefused, isLive } from './transfer/upload-state.js'
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
export type { JournalMode, JournalState } from './uploads/journal-state.js'
export type { JournalOptions } from './uploads/journal.js'
export type { JournalStorage, JournalStore, Tab, TabNews } from './journal/journal-store.js'
export type { JournalEntry, KeptFile } from './journal/journal-entry.js'
export type { ReadonlyStore } from './uploads/readonly-store.js'
export { startDownload } from './downloads/download-file.js'
export type { DownloadPorts, DownloadRequest, ExternalFile } from './downloads/download-file.js'
export type { OpenedTab, OpenTab } from './downloads/open-tab.js'
export { createZipJob, getZipJob } from './api/zip-jobs.js'
export type { ZipJob, ZipJobPayload } from './api/zip-jobs.js'
export { loadFilePreview } from './downloads/load-file-preview.js'
export type { FilePreviewOptions, FilePreviewPorts } from './downloads/load-file-preview.js'
export type { PreviewedFile } from './api/previewed-file.js'
export { loadPortalPreview } from './downloads/load-portal-preview.js'
export type { PreviewPorts } from './downloads/load-portal-preview.js'
export { startPortalDownload } from './downloads/download-portal-file.js'
export type {
  PortalDownload,
  PortalDownloadPorts,
  PortalDownloadRequest,
} from './downloads/download-portal-file.js'
export type { OpenDownload, OpenDownloadOptions } from './downloads/open-download.js'
