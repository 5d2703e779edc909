'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { EntityRef, FileEntity } from '../api/types.js'
import { accepts } from '../intake/accepts.js'
import type { IntakeReport } from '../intake/intake-report.js'
import type { IntakeRules } from '../intake/intake-rules.js'
import { versionTypes } from '../intake/version-types.js'
import type { Messages } from '../locales/messages.js'
import { nextVersion, onlyTypeInWords } from '../locales/version-in-words.js'
import { newerFile } from '../queries/newer-file.js'
import { queryKeys } from '../queries/query-keys.js'
import { intakeOf } from '../uploads/intake.js'
import { useFileClient, useMessages } from './files-provider.js'
import type { UseFileUploadOptions } from './use-file-upload.js'
import { useLatest } from './use-latest.js'

/** How new versions are uploaded. */
export interface AddVersionOptions extends Pick<
  UseFileUploadOptions,
  'rules' | 'prepare' | 'autoStart' | 'onDone' | 'onFailed'
> {
  readonly scope: string
  readonly entity?: EntityRef | undefined
}

/** Takes in what was chosen as the next version of a file; it must be one, and of the file's type. */
export type AddVersion = (file: FileEntity, chosen: readonly File[]) => Promise<IntakeReport>

/** Adds new versions to any file; `useNewVersion` does so to one. */
export function useAddVersion(options: AddVersionOptions): AddVersion {
  const client = useFileClient()
  const queryClient = useQueryClient()
  const latest = useLatest({ options, messages: useMessages() })
  return useCallback(
    (file, chosen) => {
      const { options, messages } = latest.current
      const { scope, rules = {}, entity, prepare, autoStart, onDone, onFailed } = options
      // Whoever uploads files has said more, which does not matter to versions.
      const how = { entity, prepare, autoStart, onDone, onFailed }
      // Rows show what they are a version of.
      queryClient.setQueryData<FileEntity>(queryKeys.file(file._id), (known) => newerFile(known, file))
      return intakeOf(client.uploads, scope).add(chosen, {
        ...how,
        clock: client.clock,
        // Looking at it takes a while, and somebody else may be signed in by then.
        owner: client.currentOwner(),
        existing: () => ({ count: 0, totalBytes: 0 }),
        versionOf: file._id,
        rules: versionRules(file, { rules, isOne: chosen.length === 1, messages }),
      })
    },
    [client, queryClient, latest],
  )
}

interface Judging {
  readonly rules: IntakeRules
  readonly isOne: boolean
  readonly messages: Messages
}

/** The rules of the list, but for the type: that is the file's. */
function versionRules(file: FileEntity, { rules, isOne, messages }: Judging): IntakeRules {
  const accept = versionTypes(file)
  return {
    ...rules,
    accept: undefined,
    validate(chosen, how) {
      if (!isOne) return messages.versions.onlyOne(nextVersion(file))
      if (accept.length > 0 && !accepts(chosen, accept)) return onlyTypeInWords(file, messages)
      return rules.validate?.(chosen, how)
    },
  }
}
