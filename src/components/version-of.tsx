'use client'
import { useMessages } from '../hooks/files-provider.js'
import { displayName } from '../parts/display-name.js'
import type { Upload } from '../uploads/upload.js'
import { useVersionOf } from './use-version-of.js'

/** Of which file an upload becomes a version, where its own name does not say so. */
export function VersionOf({ upload }: { readonly upload: Upload }) {
  const { versions: words } = useMessages()
  const { filename } = useVersionOf(upload)
  if (filename === undefined || filename.normalize() === upload.file.name.normalize()) return null
  const text = words.of(displayName(filename))
  return (
    <span className="ef-version-of" title={text}>
      <bdi>{text}</bdi>
    </span>
  )
}
