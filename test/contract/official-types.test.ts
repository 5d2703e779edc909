import type * as EntityApi from '@epilot/sdk/entity'
import type * as FileApi from '@epilot/sdk/file'
import { expectTypeOf, it } from 'vitest'
import type {
  AccessControl,
  EntitySearch,
  FileEntity,
  FileType,
  FileUploadLink,
  FileVersion,
  RelatedFile,
  RelationItem,
  RelationsPage,
  S3Ref,
  SaveFilePayload,
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
  ? Item[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T

type RequiredKeys<T> = { [Key in keyof T]-?: object extends Pick<T, Key> ? never : Key }[keyof T]
