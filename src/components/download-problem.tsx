'use client'
import type { FileError } from '../api/errors.js'
import { useMessages } from '../hooks/files-provider.js'
import { describeError } from '../locales/describe-error.js'
import { Icon } from '../parts/icon.js'

/** Why a download brought nothing, in the row of the button that was pressed. */
export function DownloadProblem({ error }: { readonly error: FileError }) {
  return (
    <span className="ef-status" data-tone="error" role="alert">
      <Icon name="alert" />
      <bdi>{describeError(error, useMessages()).what}</bdi>
    </span>
  )
}
