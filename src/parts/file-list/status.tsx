'use client'
import { forwardRef, useState } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRow, useRowState } from './row-context.js'
import type { Shown } from './status-words.js'
import { shownOf, statusWords } from './status-words.js'
import { useSecondsUntil } from './use-seconds-until.js'

/** Props of `FileListStatus`. */
export type FileListStatusProps = PartProps<'span'>

/** What an upload is doing, in words. Renders a `<span>`, or nothing for a file that is there. */
export const FileListStatus = forwardRef<HTMLSpanElement, FileListStatusProps>(
  function FileListStatus(props, ref) {
    const shown = useRowState(useRow('Status'), shownOf)
    // The check draws itself where one sees it happen, not each time its row comes into view.
    const [atFirst] = useState(shown)
    const messages = useMessages()
    const secondsLeft = useSecondsUntil(shown === null ? undefined : untilOf(shown))
    if (shown === null) return null

    const { icon, text, short, minor } = statusWords(shown, messages, secondsLeft)
    return renderPart('span', props, {
      name: 'status',
      ref,
      defaults: {
        children: (
          <>
            {icon && <Icon {...icon} draw={icon.draw && shown !== atFirst} />}
            {/* Rows of one line show the short form; who listens gets the long one always. */}
            <bdi className={short && 'ef-long'}>{text}</bdi>
            {short && (
              <bdi className="ef-short" aria-hidden>
                {short}
              </bdi>
            )}
            {minor && <span className="ef-minor">{minor}</span>}
          </>
        ),
      },
    })
  },
)

function untilOf(shown: Shown): number | undefined {
  if (typeof shown !== 'object' || shown.status !== 'waiting') return undefined
  return shown.waiting.for === 'retry' ? shown.waiting.until : undefined
}
