'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import type { EntityRef, SaveExternalFilePayload } from '../api/types.js'
import { entityScope } from '../uploads/entity-scope.js'
import type { AttachFiles, UseAttachFilesOptions } from './use-attach-files.js'
import { useAttachFiles } from './use-attach-files.js'
import type { SavedExternalFile } from './use-external-save.js'
import { useExternalSave } from './use-external-save.js'

/** What `useSaveExternalFile` answers: a mutation of TanStack Query, and the way back of what was attached. */
export type SaveExternalFile = UseMutationResult<SavedExternalFile, Error, SaveExternalFilePayload> &
  Pick<AttachFiles, 'isFull' | 'replaces' | 'undo' | 'undoError'>

/**
 * Makes a file that stays outside of epilot known to epilot (`saveFileV2` with a `custom_download_url`), and attaches it to
 * an entity. Saved once: where an answer gets lost, it is looked for before anything is saved again, and whoever tries
 * again goes on from where it had come to. The address is kept as it is; `checkAddress` says which may be.
 *
 * @example
 * const { mutate: addLink, error } = useSaveExternalFile({ slug: 'opportunity', id })
 * addLink({ custom_download_url: 'https://contoso.sharepoint.com/…/Netzplan.pdf', filename: 'Netzplan.pdf' })
 */
export function useSaveExternalFile(
  entity?: EntityRef,
  options: UseAttachFilesOptions = {},
): SaveExternalFile {
  const attaching = useAttachFiles(entity ?? nowhere, entity ? options : {})
  const saving = useExternalSave(entity && attaching.mutateAsync, entity ? entityScope(entity) : '')
  const { isFull, replaces, undo, undoError } = attaching
  return { ...saving, isFull, replaces, undo, undoError }
}

/** Hooks have to be called in any case. */
const nowhere: EntityRef = { slug: '', id: '' }
