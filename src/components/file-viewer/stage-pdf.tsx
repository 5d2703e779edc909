'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileEntity } from '../../api/types.js'
import { useFileClient } from '../../hooks/files-provider.js'
import { fileLinkQuery } from '../../queries/file-link-query.js'
import { StageProblem, StageWaiting } from './stage-words.js'

interface StagePdfProps {
  readonly file: FileEntity
  readonly name: string
}

/**
 * The browser's own viewer, by a link of its own. On the storage's origin and not sandboxed: Chromium shows no PDF in a
 * sandbox.
 */
export function StagePdf({ file, name }: StagePdfProps) {
  const [isLoaded, setIsLoaded] = useState(false)
  const link = useQuery({
    ...fileLinkQuery(useFileClient(), file),
    // What was slept through may have expired; what is there already would lose its page.
    refetchOnWindowFocus: !isLoaded,
    refetchOnReconnect: false,
  })
  if (link.data) {
    return (
      <iframe
        className="ef-stage-frame"
        src={link.data}
        title={name}
        referrerPolicy="no-referrer"
        onLoad={() => setIsLoaded(true)}
      />
    )
  }
  if (link.error) return <StageProblem error={link.error} onRetry={() => void link.refetch()} />
  return <StageWaiting />
}
