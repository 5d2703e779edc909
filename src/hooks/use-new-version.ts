'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { EntityRef, FileEntity } from '../api/types.js'
import type { IntakeReport } from '../intake/intake-report.js'
import { versionTypes } from '../intake/version-types.js'
import { fileQuery } from '../queries/file-query.js'
import { entityScope } from '../uploads/entity-scope.js'
import type { Upload } from '../uploads/upload.js'
import { useFileClient } from './files-provider.js'
import type { AddVersionOptions } from './use-add-version.js'
import { useAddVersion } from './use-add-version.js'

/** How `useNewVersion` uploads. */
export interface UseNewVersionOptions extends Omit<AddVersionOptions, 'scope'> {
  /** The entity in whose list the file stands: that list shows the upload, and is asked for anew. */
  readonly entity?: EntityRef | undefined
  /** @default that of the `entity`; without one that of the file alone */
  readonly scope?: string | undefined
}

/** What `useNewVersion` answers. */
export interface NewVersion {
  /** Takes in the next version; answers with a report that says why it was refused, for example for its type. */
  readonly add: (file: File) => Promise<IntakeReport>
  /** The version that was added last, for as long as it is in its list. */
  readonly upload: Upload | undefined
  /** What the picker may offer, as in `<input accept>`; empty as long as nothing is known of the file. */
  readonly accept: string
}

/**
 * Uploads a new version of a file, given as a File entity or by its id. It has to be of the file's type; the file keeps its
 * name and all that is said of it.
 *
 * @example
 * const { add, upload, accept } = useNewVersion(file)
 * <input type="file" accept={accept} onChange={({ target }) => target.files?.[0] && add(target.files[0])} />
 */
export function useNewVersion(of: FileEntity | string, options: UseNewVersionOptions = {}): NewVersion {
  const client = useFileClient()
  const queryClient = useQueryClient()
  const id = typeof of === 'string' ? of : of._id
  const { scope = options.entity ? entityScope(options.entity) : `version/${id}` } = options
  const { data } = useQuery({ ...fileQuery(client, id), enabled: typeof of === 'string' })
  const file = typeof of === 'string' ? data : of
  const addVersion = useAddVersion({ ...options, scope })
  const uploads = useStore(client.uploads.list(scope))
  return useMemo(
    () => ({
      async add(chosen) {
        if (file) return addVersion(file, [chosen])
        const asked = await queryClient.ensureQueryData(fileQuery(client, id))
        return addVersion(asked, [chosen])
      },
      upload: uploads.findLast(({ versionOf }) => versionOf === id),
      accept: file ? versionTypes(file).join() : '',
    }),
    [client, queryClient, id, file, addVersion, uploads],
  )
}
