'use client'
import { useQuery } from '@tanstack/react-query'
import { useFileClient } from '../hooks/files-provider.js'
import { useUpload } from '../hooks/use-upload.js'
import { nextVersion } from '../locales/version-in-words.js'
import { fileQuery } from '../queries/file-query.js'
import type { UploadState } from '../transfer/upload-state.js'
import { isLive } from '../transfer/upload-state.js'
import type { Upload } from '../uploads/upload.js'

/** What is known of the file that an upload is a new version of. */
export interface VersionOf {
  /** Its number, as far as can be told before it is saved. */
  readonly version: number | undefined
  readonly filename: string | undefined
}

/** Only to be asked of uploads that are new versions. */
export function useVersionOf(upload: Upload): VersionOf {
  const client = useFileClient()
  const { versionOf = '', scope } = upload
  const saved = useUpload(upload, savedAs)
  // Whoever has added it knew the file; after a reload it is asked for.
  const { data: file } = useQuery({ ...fileQuery(client, versionOf), staleTime: 60_000 })
  const listed = client.uploads.list(scope).getState()
  const before = listed.slice(0, listed.indexOf(upload))
  const ahead = before.filter((other) => other.versionOf === versionOf && isLive(other.state.getState()))
  return { version: saved ?? (file && nextVersion(file) + ahead.length), filename: file?.filename }
}

function savedAs(state: UploadState): number | undefined {
  return state.status === 'done' && state.result.kind === 'saved'
    ? state.result.file.versions?.length
    : undefined
}
