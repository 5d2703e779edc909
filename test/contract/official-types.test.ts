import type * as PortalApi from '@epilot/sdk/customer-portal'
import type * as EntityApi from '@epilot/sdk/entity'
import type * as FileApi from '@epilot/sdk/file'
import type * as SubmissionApi from '@epilot/sdk/submission'
import { expectTypeOf, it } from 'vitest'
import type {
  AccessControl,
  Changeset,
  EditMode,
  EntitySchema,
  EntitySearch,
  ExternalAuth,
  FileAttribute,
  FileEntity,
  FileType,
  FileUploadLink,
  FileVersion,
  PortalConfig,
  PortalFile,
  PortalFilePayload,
  PortalSearch,
  RelatedFile,
  RelationItem,
  RelationsPage,
  S3Ref,
  SaveExternalFilePayload,
  SaveFilePayload,
  SaveFileVersionPayload,
  SubmissionOptIn,
  SubmissionPayload,
  UpdateFilePayload,
  UploadFilePayload,
} from '../../src/core.js'
import type { WholeFileEntity } from '../../src/testing.js'

// These are proven by tsc; at run time there is nothing to see.

it('reads of a file only what the official type promises', () => {
  expectTypeOf<FileApi.FileEntity>().toExtend<FileEntity>()
  expectTypeOf<FileApi.FileItem>().toExtend<FileVersion>()
  expectTypeOf<FileApi.S3Ref>().toEqualTypeOf<Writable<S3Ref>>()
})

it('knows every kind of file and every access control, and no other', () => {
  expectTypeOf<FileType>().toEqualTypeOf<FileApi.FileType>()
  expectTypeOf<AccessControl>().toEqualTypeOf<NonNullable<FileApi.FileEntity['access_control']>>()
})

it('asks for uploads as the official type says', () => {
  expectTypeOf<UploadFilePayload>().toExtend<FileApi.UploadFilePayload>()
  // Everything is optional in an answer; the client checks that both are there.
  expectTypeOf<Required<Pick<FileApi.FileUpload, 's3ref' | 'upload_url'>>>().toExtend<FileUploadLink>()
})

it('saves files as the official type says', () => {
  expectTypeOf<Writable<SaveFilePayload>>().toExtend<FileApi.SaveS3FilePayload>()
  expectTypeOf<Writable<SaveFilePayload>>().toExtend<FileApi.SaveFilePayloadV2>()
  expectTypeOf<Writable<SaveExternalFilePayload>>().toExtend<FileApi.SaveCustomFilePayload>()
  expectTypeOf<Writable<SaveExternalFilePayload>>().toExtend<FileApi.SaveFilePayloadV2>()
  expectTypeOf<ExternalAuth>().toEqualTypeOf<
    NonNullable<FileApi.SaveCustomFilePayload['custom_download_url_auth']>
  >()
  expectTypeOf<Writable<SaveFileVersionPayload>>().toExtend<FileApi.SaveS3FilePayload>()
  expectTypeOf<Writable<UpdateFilePayload>>().toExtend<FileApi.SaveFilePayloadV2>()
})

it('relates and searches as the official types say', () => {
  expectTypeOf<Writable<RelationItem>>().toExtend<EntityApi.RelationItem>()
  expectTypeOf<EntitySearch>().toExtend<EntityApi.EntitySearchParams>()
})

it('reads of a page of relations only what the official type promises', () => {
  expectTypeOf<Required<EntityApi.GetRelationsRespWithPagination>['hits']>().toEqualTypeOf<
    RelationsPage['hits']
  >()
  expectTypeOf<Partial<EntityApi.RelationItem>>().toExtend<RelatedFile['$relation']>()
})

it('reads of a schema and of what waits for approval only what the official types promise', () => {
  expectTypeOf<EntityApi.EntitySchemaItem>().toExtend<EntitySchema>()
  expectTypeOf<EntityApi.FileAttribute>().toExtend<FileAttribute>()
  expectTypeOf<EntityApi.Changeset>().toExtend<Changeset>()
  expectTypeOf<EditMode>().toEqualTypeOf<EntityApi.EditMode>()
})

it('submits as the official type says', () => {
  type Rest<Payload> = Omit<Payload, 'entities' | 'opt_ins'>

  expectTypeOf<Rest<SubmissionPayload>>().toExtend<Rest<SubmissionApi.SubmissionPayload>>()
  // The official lists are tuples of up to ten.
  expectTypeOf<Writable<SubmissionPayload['entities'][number]>>().toExtend<SubmissionApi.SubmissionEntity>()
  expectTypeOf<Writable<SubmissionOptIn>>().toExtend<SubmissionApi.OptIn>()
})

it('asks portals, and reads of them, as the official types say', () => {
  expectTypeOf<Writable<PortalSearch>>().toExtend<PortalApi.EntitySearchParams>()
  expectTypeOf<Writable<PortalFilePayload>>().toExtend<PortalApi.SaveEntityFile['files'][number]>()
  // A portal's file promises no name; the client falls back to its title.
  expectTypeOf<PortalApi.FileItem & { filename: string }>().toExtend<PortalFile>()
  expectTypeOf<Required<PortalApi.PortalConfig>['allowed_file_extensions']>().toExtend<
    Required<PortalConfig>['allowed_file_extensions']
  >()
})

it('answers in tests with no less than the official type promises', () => {
  type Promised = RequiredKeys<FileApi.FileEntity>

  expectTypeOf<Promised>().toExtend<RequiredKeys<WholeFileEntity>>()
})

it('would notice a wrong type', () => {
  expectTypeOf<{ filename: number }>().not.toExtend<FileApi.UploadFilePayload>()
  expectTypeOf<{ s3ref: { bucket: string } }>().not.toExtend<FileApi.SaveS3FilePayload>()
  expectTypeOf<Omit<FileApi.FileEntity, '_id'>>().not.toExtend<FileEntity>()
})

/** Ours are read-only, the official ones are not. */
type Writable<T> = T extends readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T

type RequiredKeys<T> = { [Key in keyof T]-?: object extends Pick<T, Key> ? never : Key }[keyof T]
