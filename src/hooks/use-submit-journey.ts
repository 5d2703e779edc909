'use client'
import { useCallback } from 'react'
import { useStore } from 'zustand'
import type {
  SubmissionFile,
  SubmissionOptIn,
  SubmissionPayload,
  SubmissionReceipt,
} from '../api/submission-api.js'
import { withoutDoubles } from '../api/stored-file.js'
import { describeError } from '../locales/describe-error.js'
import type { Messages } from '../locales/messages.js'
import { journeySubmitter } from '../uploads/journey-submitters.js'
import type { SubmitOptions, SubmitState } from '../uploads/submit-state.js'
import { useFileClient, useMessages } from './files-provider.js'
import { useLatest } from './use-latest.js'

/** Where a journey is handed in, and which files travel along. */
export interface UseSubmitJourneyOptions extends SubmitOptions {
  /** The organisation that receives it. */
  readonly organizationId: string
  /** The id of the journey or frontend; automations start by it. */
  readonly sourceId: string
  /** `journey` for one of epilot's own. @default 'api' */
  readonly sourceType?: string | undefined
  readonly journeySubmitId?: string | undefined
  /** The fields whose files travel along, by their scope: that is their `name`, where nothing else was said. */
  readonly scopes: readonly string[]
}

/** What the person has filled in, besides the files. */
export interface JourneySubmission {
  /** Becomes the title. */
  readonly description?: string
  /** Others than those of the fields. */
  readonly files?: readonly SubmissionFile[]
  /** Consents. At most 10. */
  readonly optIns?: readonly SubmissionOptIn[]
  readonly [attribute: string]: unknown
}

/** What `useSubmitJourney` answers. */
export interface SubmitJourneyHandle {
  /** How far it has come. */
  readonly state: SubmitState
  /** What is in the way, in words: files that need somebody, or why it did not arrive. */
  readonly problem: string | null
  /**
   * Hands it in, with the files; by default it waits for those on their way. However often it is called: once. `null` where
   * it did not arrive. After an `outcome-unknown` another call hands it in again, which is for the person to decide.
   */
  readonly submit: (submission: JourneySubmission) => Promise<SubmissionReceipt | null>
  /** Lets another submission begin; while it still waits for files, it is not handed in. */
  readonly reset: () => void
}

/**
 * Hands in a public journey (`createSubmission`) with the files of its fields, once. Never carries a token. When it has
 * arrived, the files leave their fields.
 *
 * @example
 * const { submit, state, problem } = useSubmitJourney({ organizationId, sourceId: 'solar-quote', scopes: ['meter-photo'] })
 * <form onSubmit={(event) => { event.preventDefault(); void submit({ description: 'Solar quote', roof }) }}>
 */
export function useSubmitJourney(options: UseSubmitJourneyOptions): SubmitJourneyHandle {
  const client = useFileClient()
  const messages = useMessages()
  const latest = useLatest(options)
  const { organizationId, sourceId, scopes } = options
  const submitter = journeySubmitter(client, scopes, `${organizationId}/${sourceId}`)
  const state = useStore(submitter.state)

  const submit = useCallback(
    (submission: JourneySubmission) => {
      const { whileUploading } = latest.current
      return submitter.submit((files) => payloadOf(latest.current, submission, files), { whileUploading })
    },
    [submitter, latest],
  )
  const reset = useCallback(() => submitter.reset(), [submitter])
  return { state, problem: problemOf(state, messages), submit, reset }
}

function payloadOf(
  { organizationId, sourceId, sourceType = 'api', journeySubmitId }: UseSubmitJourneyOptions,
  { optIns, ...attributes }: JourneySubmission,
  uploaded: readonly SubmissionFile[],
): SubmissionPayload {
  // What the caller says of a file goes before what its field says.
  const files = withoutDoubles([...uploaded, ...(attributes.files ?? [])])
  return {
    organization_id: organizationId,
    source_type: sourceType,
    source_id: sourceId,
    ...(journeySubmitId !== undefined && { journey_submit_id: journeySubmitId }),
    ...(optIns !== undefined && { opt_ins: optIns }),
    entities: [{ ...attributes, _schema: 'submission', ...(files.length > 0 && { files }) }],
  }
}

function problemOf(state: SubmitState, messages: Messages): string | null {
  if (state.status === 'refused') {
    const { kind, count } = state.problem
    return messages.field.problems[kind](count)
  }
  return state.status === 'failed' ? describeError(state.error, messages).what : null
}
