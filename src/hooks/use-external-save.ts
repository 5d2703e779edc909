'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RelationOutcome } from '../api/changesets.js'
import { FileError, toFileError } from '../api/errors.js'
import type { FileEntity, SaveExternalFilePayload } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import { queryKeys } from '../queries/query-keys.js'
import { saveExternalOnce } from '../transfer/save-external-once.js'
import { useFileClient } from './files-provider.js'

/** A file outside of epilot that is known to epilot now. */
export interface SavedExternalFile {
  readonly file: FileEntity
  /** What became of the relation to its entity; `null` where it was to have none. */
  readonly outcome: RelationOutcome | null
}

/** How files are attached, where they are. */
export type Attach = (files: readonly FileEntity[]) => Promise<RelationOutcome>

/**
 * Saves the link to a file outside of epilot and attaches it. What an earlier try has reached is not done again, also by
 * somebody who has left and comes back to the same place.
 */
export function useExternalSave(attach: Attach | undefined, place: string) {
  const client = useFileClient()
  const queryClient = useQueryClient()
  return useMutation({
    // Paused while offline it would go on later, under whoever is signed in then.
    networkMode: 'always',
    mutationFn: async (payload: SaveExternalFilePayload): Promise<SavedExternalFile> => {
      const owner = client.currentOwner()
      const attempts = attemptsOf(client)
      const key = JSON.stringify([owner, place, payload])
      const attempt = attempts.get(key) ?? { mark: newMark(), isSent: false, saving: undefined }
      attempts.set(key, attempt)
      // Two clicks are one wish.
      attempt.saving ??= saveExternalOnce(
        {
          payload,
          owner,
          mark: attempt.mark,
          isSent: attempt.isSent,
          onSent: () => (attempt.isSent = true),
          onAbsent: () => (attempt.isSent = false),
        },
        client,
      )
      let file
      try {
        file = await attempt.saving
      } catch (error) {
        attempt.saving = undefined
        throw error
      }
      queryClient.setQueryData<FileEntity>(queryKeys.file(file._id), (known) => known ?? file)
      if (attach && owner !== client.currentOwner()) {
        const message = `${file.filename} was not attached: it was saved under another owner.`
        throw new FileError('owner-changed', message, { step: 'attach' })
      }
      const attaching = attach ? attach([file]) : Promise.resolve(null)
      const outcome = await attaching.catch((error: unknown) => {
        // It may be deleted by now. After anything else the next try goes on with it.
        const { code, step } = toFileError(error, 'attach')
        if (code === 'not-found' && step === 'attach') attempts.delete(key)
        throw error
      })
      attempts.delete(key)
      return { file, outcome }
    },
  })
}

/** How far the saving of one link has come. */
interface Attempt {
  readonly mark: string
  /** A call has left whose answer nobody knows. */
  isSent: boolean
  saving: Promise<FileEntity> | undefined
}

function attemptsOf(client: FileClient): Map<string, Attempt> {
  const attempts = known.get(client) ?? new Map<string, Attempt>()
  if (!known.has(client)) client.onForget(() => attempts.clear())
  known.set(client, attempts)
  return attempts
}

const known = new WeakMap<FileClient, Map<string, Attempt>>()

/** Unique across tabs. Not randomUUID(), which exists on secure origins only. */
function newMark(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-')
}
