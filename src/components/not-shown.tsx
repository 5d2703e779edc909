'use client'
import type { FileError } from '../api/errors.js'
import { useMessages } from '../hooks/files-provider.js'
import { Icon } from '../parts/icon.js'

/** Why what somebody has asked for is not there. */
export function NotShown({ error }: { readonly error: FileError | null }) {
  const messages = useMessages()
  if (!error) return null
  return (
    <p className="ef-error ef-not-shown" role="alert">
      <Icon name="alert" size="sm" />
      <bdi>{messages.errors[error.code].what}</bdi>
    </p>
  )
}
