'use client'
import { useEffect, useState } from 'react'
import { useFileClient, useMessages } from '../../hooks/files-provider.js'
import { useLatest } from '../../hooks/use-latest.js'
import { displayName } from '../../parts/display-name.js'
import type { UploadChange } from '../../uploads/create-uploads.js'

/** Says which file has got a new version: the list only shows another number. */
export function SaidVersions({ scope }: { readonly scope: string }) {
  const { uploads } = useFileClient()
  const messages = useLatest(useMessages())
  const [said, setSaid] = useState({ words: '', count: 0 })

  useEffect(() => {
    function inWords({ upload, before, after }: UploadChange): string {
      if (upload.scope !== scope || upload.versionOf === undefined) return ''
      if (after?.status !== 'done' || before?.status === 'done' || after.result.kind !== 'saved') return ''
      const { filename, versions = [] } = after.result.file
      return messages.current.versions.added(versions.length, displayName(filename))
    }
    return uploads.onChange((changes) => {
      const words = changes.map(inWords).filter(Boolean).join(' ')
      if (words) setSaid(({ count }) => ({ words, count: count + 1 }))
    })
  }, [uploads, scope, messages])
  return (
    <output className="ef-hidden" aria-live="polite">
      {/* The same words once more are heard only if they come as a new element. */}
      {said.words && <span key={said.count}>{said.words}</span>}
    </output>
  )
}
