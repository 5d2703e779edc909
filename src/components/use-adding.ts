'use client'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { FileError } from '../api/errors.js'
import { toFileError } from '../api/errors.js'
import type { EntityRef, FileEntity, RelatedFile } from '../api/types.js'
import { useFileClient } from '../hooks/files-provider.js'
import type { UseFileUploadOptions } from '../hooks/use-file-upload.js'
import { useFileUpload } from '../hooks/use-file-upload.js'
import { useLatest } from '../hooks/use-latest.js'
import type { FileAttributeRules } from '../intake/file-attribute-rules.js'
import type { EntityFiles } from '../queries/entity-files-query.js'
import { entityFilesQuery } from '../queries/entity-files-query.js'
import { bytesOf, rulesOf } from './adding-rules.js'
import { isAttached } from './is-attached.js'
import { loadForm, loadPicker, loadQuestion } from './load-dialogs.js'
import { saveWith } from './save-with.js'

interface AddingOptions {
  readonly entity: EntityRef
  /** What the schema says; not there while nobody knows. */
  readonly attribute: FileAttributeRules | undefined
  /** The attribute holds many files; else what comes takes the place of what is there. */
  readonly multiple: boolean
  readonly stored: UseInfiniteQueryResult<EntityFiles>
  readonly options: Omit<UseFileUploadOptions, 'entity' | 'mode'>
  /** Loads what shows the dialogs, where that is not there from the beginning. */
  readonly loadHost?: () => Promise<unknown>
}

/** What somebody is asked, with the dialog that does. */
export type Request =
  | { readonly kind: 'existing'; readonly View: Awaited<ReturnType<typeof loadPicker>> }
  | { readonly kind: 'link'; readonly View: Awaited<ReturnType<typeof loadForm>> }
  | {
      readonly kind: 'replace'
      readonly View: Awaited<ReturnType<typeof loadQuestion>>
      readonly incoming: File | FileEntity
      readonly replaced: readonly RelatedFile[]
    }

/** How files come to an entity. */
export type Adding = ReturnType<typeof useAdding>

/**
 * Files of an entity come from the device, from elsewhere in epilot, or as links. Where its attribute holds one file and
 * has it, a question comes first.
 */
export function useAdding({ entity, attribute, multiple, stored, options, loadHost }: AddingOptions) {
  const client = useFileClient()
  const queryClient = useQueryClient()
  const files = stored.data?.files ?? none
  // The API's count is that of all attributes, so it is asked only for what is not loaded yet.
  const count = stored.hasNextPage ? (stored.data?.hits ?? files.length) : files.length
  const rules = useMemo(
    () => rulesOf(multiple, options.rules, attribute?.rules),
    [multiple, options.rules, attribute],
  )
  // What is there goes when its place is taken.
  const isCounted = multiple && rules?.maxCount !== undefined
  const { existingCount = isCounted ? count : 0 } = options
  const { existingBytes = multiple ? bytesOf(files) : 0 } = options
  const save = saveWith(attribute ? { access_control: attribute.accessControl } : {}, options.save)
  const latest = useLatest({ ...options, save })
  const [request, setRequest] = useState<Request | null>(null)
  const [failure, setFailure] = useState<FileError | null>(null)

  const upload = useFileUpload({
    ...options,
    save,
    rules,
    existingCount,
    existingBytes,
    entity,
    hold(held) {
      const [file] = held
      if (options.hold?.(held)) return true
      if (multiple || !file || (stored.isSuccess && files.length === 0)) return false
      void ask(file, () => send(file))
      return true
    },
  })
  const { scope } = upload
  return {
    upload,
    save,
    rules,
    count,
    existingCount,
    multiple,
    /** How many more may come. */
    room: (rules?.maxCount ?? Infinity) - upload.count - existingCount,
    request,
    /** Why what was asked for could not be shown. */
    failure,
    close: () => setRequest(null),
    openExisting: () => void show(loadPicker, (View) => ({ kind: 'existing', View })),
    openLink: () => void show(loadForm, (View) => ({ kind: 'link', View })),
    ask,
    send,
  }

  /** Asks before others go; goes on at once where none would. */
  async function ask(incoming: File | FileEntity, goOn: () => void): Promise<void> {
    // Where nobody can tell what is there, nothing is taken off.
    const replaced = await findReplaced().catch(() => none)
    if (replaced.length === 0) goOn()
    else await show(loadQuestion, (View) => ({ kind: 'replace', View, incoming, replaced }))
  }
  async function findReplaced(): Promise<readonly RelatedFile[]> {
    if (stored.data) return stored.data.files
    const query = entityFilesQuery(client, entity)
    return query.select(await queryClient.ensureInfiniteQueryData(query)).files
  }
  /** Uploads what may come in; tells once it is attached here. */
  function send(file: File, onAttached?: (file: FileEntity) => void): void {
    const { save, prepare, autoStart, onDone, onFailed } = latest.current
    client.uploads.add([file], {
      scope,
      entity,
      save,
      prepare,
      autoStart,
      onDone(result, upload) {
        onDone?.(result, upload)
        if (isAttached(result, upload, entity)) onAttached?.(result.file)
      },
      onFailed: (error, upload) => onFailed?.(error, upload),
    })
  }
  async function show<View>(load: () => Promise<View>, toRequest: (View: View) => Request): Promise<void> {
    setFailure(null)
    try {
      const [View] = await Promise.all([load(), loadHost?.()])
      setRequest(toRequest(View))
    } catch (cause) {
      setFailure(toFileError(cause, 'attach'))
    }
  }
}

const none: readonly never[] = []
