'use client'
import { useMessages } from '../hooks/files-provider.js'
import { displayName } from '../parts/display-name.js'
import { Icon } from '../parts/icon.js'
import type { Upload } from '../uploads/upload.js'
import { useVersionOf } from './use-version-of.js'

/** Says of an upload that it becomes a version, and which. */
export function VersionBadge({ upload }: { readonly upload: Upload }) {
  const messages = useMessages()
  const { version, filename } = useVersionOf(upload)
  const words = messages.versions
  return (
    <span className="ef-badges">
      <span className="ef-badge" title={filename ? words.of(displayName(filename)) : words.isNew}>
        <Icon name="versions" />
        {version === undefined ? words.isNew : messages.version(version)}
      </span>
    </span>
  )
}
