'use client'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { EntityRef, FileEntity } from '../api/types.js'
import { useFileClient } from '../hooks/files-provider.js'
import { useFileAttribute } from '../hooks/use-file-attribute.js'
import type { UseFileUploadOptions } from '../hooks/use-file-upload.js'
import { useFileUpload } from '../hooks/use-file-upload.js'
import { useLatest } from '../hooks/use-latest.js'
import type { FileAttributeRules } from '../intake/file-attribute-rules.js'
import type { EntityFiles } from '../queries/entity-files-query.js'
import type { AddOptions } from '../uploads/create-uploads.js'
import { entityScope } from '../uploads/entity-scope.js'
import { bytesOf, rulesOf } from './adding-rules.js'
import type { Request } from './adding-request.js'
import { loadForm, loadPicker, loadReplacing } from './load-dialogs.js'
import { useAllPages } from './use-all-pages.js'
import { saveWith } from './save-with.js'
import { useAsked } from './use-asked.js'
import { useEarlyFiles } from './use-early-files.js'

interface AddingOptions {
  readonly entity: EntityRef
  /** What the schema says; not there while nobody knows. */
  readonly attribute: FileAttributeRules | undefined
  /** The attribute holds many files; else what comes takes the place of what is there. */
  readonly multiple: boolean
  readonly stored: UseInfiniteQueryResult<EntityFiles>
  readonly options: Omit<UseFileUploadOptions, 'entity' | 'mode'>
  /** Nothing may be added. @default as the schema says */
  readonly isReadOnly?: boolean
}

/** How files come to an entity. */
export type Adding = ReturnType<typeof useAdding>

/**
 * Files of an entity come from the device, from elsewhere in epilot, or as links. Where its attribute holds one file and
 * has it, a question comes first.
 */
export function useAdding({ entity, attribute, multiple, stored, options, ...rest }: AddingOptions) {
  const { isReadOnly = attribute?.readonly ?? false } = rest
  const client = useFileClient()
  const queryClient = useQueryClient()
  const files = stored.data?.files ?? none
  const rules = useMemo(
    () => rulesOf(multiple, options.rules, attribute?.rules),
    [multiple, options.rules, attribute],
  )
  // What is there goes when its place is taken.
  const isCounted = multiple && (rules?.maxCount ?? rules?.maxTotalBytes) !== undefined
  const { existingCount = isCounted ? files.length : 0 } = options
  const { existingBytes = multiple ? bytesOf(files) : 0 } = options
  const save = saveWith(attribute ? { access_control: attribute.accessControl } : {}, options.save)
  const place = entityScope(entity)
  const latest = useLatest({ ...options, save }, place)
  const asked = useAsked<Request | null>(place)
  const { isPending } = useFileAttribute(entity.slug, entity.attribute)
  // The API counts the files of all attributes together: how many this one has, only all pages tell.
  useAllPages(stored, isCounted || asked.shown?.kind === 'existing')
  const isCounting = isCounted && stored.hasNextPage && !stored.isFetchNextPageError

  const taking = useFileUpload({
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
      ask(file)
      return true
    },
  })
  const { scope } = taking
  const upload = useEarlyFiles(taking, { place, isKnown: !isPending && !isCounting, isReadOnly })
  return {
    upload,
    /** What it is about. */
    place,
    save,
    rules,
    existingCount,
    multiple,
    /** What goes when something comes. */
    replaces: multiple ? none : files,
    /** How many more may come. */
    room: (rules?.maxCount ?? Infinity) - upload.count - existingCount,
    request: asked.shown,
    isLoading: asked.isLoading,
    /** Why what was asked for could not be shown. */
    failure: asked.failure,
    close: asked.close,
    openExisting: (text?: string) =>
      void asked.show(async () => ({ kind: 'existing', View: await loadPicker(), text })),
    openLink: () => void asked.show(async () => ({ kind: 'link', View: await loadForm() })),
    ask,
  }

  /** Asks before others go; where none would, it is uploaded at once, or goes on as `goOn` says. */
  function ask(incoming: File | FileEntity, goOn?: () => void): void {
    const owner = client.currentOwner()
    void asked.show(async () => {
      const { ReplaceQuestion: View, findReplaced, send } = await loadReplacing()
      const replaced = stored.data?.files ?? (await findReplaced({ client, queryClient, entity }))
      const sendIt = (onAttached?: (file: FileEntity) => unknown) => {
        if (!(incoming instanceof File)) return
        // Somebody else may have signed in while the question stood.
        const replaces = onAttached && replaced.map(({ _id }) => _id)
        send({ client, entity }, incoming, { ...currentOptions(), owner, replaces }, onAttached)
      }
      if (replaced.length > 0) return { kind: 'replace', View, incoming, replaced, send: sendIt }
      if (goOn) goOn()
      else sendIt()
      return null
    })
  }
  function currentOptions(): AddOptions {
    const { save, prepare, autoStart } = latest.current
    return {
      scope,
      entity,
      save,
      prepare,
      autoStart,
      onDone: (result, upload) => latest.current.onDone?.(result, upload),
      onFailed: (error, upload) => latest.current.onFailed?.(error, upload),
    }
  }
}

const none: readonly never[] = []
