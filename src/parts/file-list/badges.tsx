'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { IconName } from '../icon-paths.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRow } from './row-context.js'

/** Props of `FileListBadges`. */
export type FileListBadgesProps = PartProps<'span'>

/** What one should know of a file before sharing it: version, external, public. Renders a `<span>`, or nothing. */
export const FileListBadges = forwardRef<HTMLSpanElement, FileListBadgesProps>(
  function FileListBadges(props, ref) {
    const { file } = useRow('Badges')
    const messages = useMessages()
    const versions = file?.versions?.length ?? 0
    const children = [
      versions > 1 && badge('versions', messages.version(versions)),
      file?.custom_download_url && badge('link', hostOf(file.custom_download_url) ?? messages.external),
      file?.access_control === 'public-read' && badge('globe', messages.public, 'warning'),
    ].filter(Boolean)
    if (children.length === 0) return null
    return renderPart('span', props, { name: 'badges', ref, defaults: { children } })
  },
)

function badge(icon: IconName, words: string, tone?: 'warning') {
  return (
    <span key={icon} className="ef-badge" data-tone={tone}>
      <Icon name={icon} />
      <bdi title={words}>{words}</bdi>
    </span>
  )
}

/** Where a file lies, as people call it. */
function hostOf(url: string): string | undefined {
  try {
    const { host } = new URL(url)
    return host.endsWith('.sharepoint.com') ? 'SharePoint' : host || undefined
  } catch {
    return undefined // as somebody else has saved it
  }
}
