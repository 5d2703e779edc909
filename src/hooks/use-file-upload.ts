'use client'
import { useEffect, useId, useMemo } from 'react'
import { useStore } from 'zustand'
import type { IntakeReport, Refusal } from '../intake/intake-report.js'
import type { IntakeRules } from '../intake/intake-rules.js'
import type { AddOptions } from '../uploads/create-uploads.js'
import { entityScope } from '../uploads/entity-scope.js'
import { passingScope } from '../uploads/passing-scope.js'
import { mayRetry } from '../transfer/upload-state.js'
import type { IntakeOptions, IntakeState } from '../uploads/intake.js'
import { intakeOf } from '../uploads/intake.js'
import type { Upload } from '../uploads/upload.js'
import { useFileClient } from './files-provider.js'
import { useLatest } from './use-latest.js'
import { useUploadSummary } from './use-upload-summary.js'

/** What `useFileUpload` does with the files it is given. */
export interface UseFileUploadOptions extends Omit<AddOptions, 'scope' | 'owner' | 'versionOf'> {
  /**
   * The list the files belong to. Whoever asks with the same scope sees the same uploads, also after being unmounted.
   * @default one per entity; without an entity one per component, which after a reload only `RestoredUploads` finds again
   */
  readonly scope?: string | undefined
  /** What may come in; what may not is told in `intake.report`. */
  readonly rules?: IntakeRules | undefined
  /**
   * How many files are there already that count toward `rules.maxCount`, besides the uploads of the scope.
   * @default 0
   */
  readonly existingCount?: number | undefined
  /**
   * How large these are together, for `rules.maxTotalBytes`.
   * @default 0
   */
  readonly existingBytes?: number | undefined
  /**
   * Takes files that the rules allow instead of having them uploaded, for example to ask something before; answers whether
   * it does.
   * @default none are held
   */
  readonly hold?: ((files: readonly File[]) => boolean) | undefined
}

/** What `useFileUpload` answers: the uploads of a scope, and what can be done with them. */
export interface FileUploadHandle {
  /** Oldest first. The array changes only when uploads come or go; see `useUpload` for what goes on in one. */
  readonly uploads: readonly Upload[]
  /** The list they belong to; see `useUploadSummary`. */
  readonly scope: string
  /** How many uploads are listed, not canceled and no new versions: those that count toward `rules.maxCount`. */
  readonly count: number
  /**
   * Takes in what the rules allow; with the default `autoStart` it sets out at once. Up to some 200 files are in the list
   * when `add` returns, unless rules have to be waited for (`content`, `validate`).
   */
  readonly add: (files: Iterable<File>) => Promise<IntakeReport>
  /** What did not come in. */
  readonly intake: IntakeHandle
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

/** What did not come in, and what can be done about it. */
export interface IntakeHandle extends IntakeState {
  /** Closes the report. */
  readonly dismiss: () => void
  /** Adds what was held back by a rule that a person may waive (`mayAdd`); all other rules hold. */
  readonly addAnyway: (refusals: readonly Refusal[]) => void
  /** Takes some of them out of the report. */
  readonly remove: (refusals: readonly Refusal[]) => void
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
  const ownScope = passingScope(useId())
  const entityKey = options.entity && entityScope(options.entity)
  const scope = options.scope ?? entityKey ?? ownScope
  // Files that take a while to read belong where they were dropped, with all that was said of them there.
  const latest = useLatest(options, entityKey)
  const list = client.uploads.list(scope)
  const uploads = useStore(list)
  const count = useUploadSummary(scope, ({ listed, versions }) => listed - versions)
  const taking = intakeOf(client.uploads, scope)
  const state = useStore(taking.state)

  const actions = useMemo(() => {
    const each = (action: (upload: Upload) => void) => () => list.getState().forEach(action)
    const current = (): IntakeOptions => ({
      ...latest.current,
      clock: client.clock,
      // Looking at them takes a while, and somebody else may be signed in by then.
      owner: client.currentOwner(),
      // Files may have settled from the list of uploads into that of the entity meanwhile.
      existing() {
        const { existingCount = 0, existingBytes = 0 } = latest.current
        return { count: existingCount, totalBytes: existingBytes }
      },
      hold: (files) => latest.current.hold?.(files) ?? false,
      onDone: (result, upload) => latest.current.onDone?.(result, upload),
      onFailed: (error, upload) => latest.current.onFailed?.(error, upload),
    })
    return {
      takeIn: () => taking.takeBy(current),
      add: (files: Iterable<File>) => taking.add([...files], current()),
      onRefused: {
        addAnyway: (refusals: readonly Refusal[]) => taking.addAnyway(refusals, current()),
        dismiss: taking.dismiss,
        remove: taking.remove,
      },
      start: each((upload) => upload.start()),
      cancelAll: each((upload) => upload.cancel()),
      pauseAll: each((upload) => upload.pause()),
      resumeAll: each((upload) => upload.resume()),
      retryFailed: each((upload) => mayRetry(upload.state.getState()) && upload.retry()),
      clear: () => client.uploads.remove(list.getState().filter(isOver)),
    }
  }, [client, list, taking, latest])

  const { takeIn, onRefused, ...rest } = actions
  const isPrepared = options.prepare !== undefined
  useEffect(() => {
    // What is chosen again goes the same way as what is added.
    takeIn()
    if (!isPrepared) return
    return client.uploads.prepareBy(scope, (file, how) => latest.current.prepare?.(file, how) ?? file)
  }, [client, scope, latest, isPrepared, takeIn])

  const intake = useMemo(() => ({ ...state, ...onRefused }), [state, onRefused])
  return { uploads, scope, count, intake, ...rest }
}

function isOver({ state }: Upload): boolean {
  const { status } = state.getState()
  return status === 'done' || status === 'canceled'
}
