'use client'
import { useId, useMemo } from 'react'
import { useStore } from 'zustand'
import type { EntityRef } from '../api/types.js'
import type { AddOptions } from '../uploads/create-uploads.js'
import { mayRetry } from '../transfer/upload-state.js'
import type { Upload } from '../uploads/upload.js'
import { useFileClient } from './files-provider.js'
import { useLatest } from './use-latest.js'

/** What `useFileUpload` does with the files it is given. */
export interface UseFileUploadOptions extends Omit<AddOptions, 'scope'> {
  /**
   * The list the files belong to. Whoever asks with the same scope sees the same uploads, also after being unmounted.
   * @default one per entity; without an entity one per component
   */
  readonly scope?: string | undefined
}

/** What `useFileUpload` answers: the uploads of a scope, and what can be done with them. */
export interface FileUploadHandle {
  /** Oldest first. The array changes only when uploads come or go; see `useUpload` for what goes on in one. */
  readonly uploads: readonly Upload[]
  /** The list they belong to; see `useUploadSummary`. */
  readonly scope: string
  /** Takes files in; with the default `autoStart` they set out at once. */
  readonly add: (files: Iterable<File>) => readonly Upload[]
  /** Sets out with those that were added under `autoStart: false`. */
  readonly start: () => void
  readonly cancelAll: () => void
  readonly pauseAll: () => void
  readonly resumeAll: () => void
  /** Tries those again that failed; not those that may be saved already, which is for a person to decide one by one. */
  readonly retryFailed: () => void
  /** Takes what is done or canceled out of the list. */
  readonly clear: () => void
}

/**
 * Uploads files to epilot in three steps and, given an `entity`, attaches them. Uploads belong to the client: unmounting
 * stops nothing.
 *
 * @example
 * const { add, uploads } = useFileUpload({ entity: { slug: 'opportunity', id } })
 */
export function useFileUpload(options: UseFileUploadOptions = {}): FileUploadHandle {
  const client = useFileClient()
  const ownScope = useId()
  const entityKey = options.entity && entityScope(options.entity)
  const scope = options.scope ?? entityKey ?? ownScope
  // Files that take a while to read belong where they were dropped, with all that was said of them there.
  const latest = useLatest(options, entityKey)
  const list = client.uploads.list(scope)
  const uploads = useStore(list)

  const actions = useMemo(() => {
    const each = (action: (upload: Upload) => void) => () => list.getState().forEach(action)
    return {
      add: (files: Iterable<File>) =>
        client.uploads.add([...files], {
          ...latest.current,
          scope,
          onDone: (result, upload) => latest.current.onDone?.(result, upload),
          onFailed: (error, upload) => latest.current.onFailed?.(error, upload),
        }),
      start: each((upload) => upload.start()),
      cancelAll: each((upload) => upload.cancel()),
      pauseAll: each((upload) => upload.pause()),
      resumeAll: each((upload) => upload.resume()),
      retryFailed: each((upload) => mayRetry(upload.state.getState()) && upload.retry()),
      clear: () => client.uploads.remove(list.getState().filter(isOver)),
    }
  }, [client, list, scope, latest])

  return { uploads, scope, ...actions }
}

/** The scope of everything that is uploaded to one attribute of one entity. */
function entityScope({ slug, id, attribute = '_files' }: EntityRef): string {
  return `${slug}/${id}/${attribute}`
}

function isOver({ state }: Upload): boolean {
  const { status } = state.getState()
  return status === 'done' || status === 'canceled'
}
