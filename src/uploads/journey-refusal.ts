import type { Uploads } from './create-uploads.js'
import { fieldFiles, fieldFilesOf } from './field-files.js'
import type { SubmitOptions, SubmitState } from './submit-state.js'

/** That some files need a person first. */
export type Refusal = Extract<SubmitState, { status: 'refused' }>

interface JourneyFiles extends SubmitOptions {
  readonly uploads: Uploads
  readonly scopes: readonly string[]
}

/** What the files of a journey have against its being handed in; `null` where nothing is wrong. */
export function refusalOf({ uploads, scopes, whileUploading }: JourneyFiles): Refusal | null {
  for (const scope of scopes) {
    const { problem } = fieldFilesOf(uploads.list(scope).getState())
    const isInTheWay = problem?.kind !== 'uploading' || whileUploading === 'refuse'
    if (problem && isInTheWay) return { status: 'refused', problem, scope }
  }
  return null
}

/** Tells what became of a refusal whenever its files change. Returns the function that ends it. */
export function followRefusal(files: JourneyFiles, onChange: (now: Refusal | null) => void): () => void {
  const ends = files.scopes.map((scope) =>
    fieldFiles(files.uploads, scope).subscribe(() => onChange(refusalOf(files))),
  )
  return () => ends.forEach((end) => end())
}
