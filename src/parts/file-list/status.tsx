'use client'
import { forwardRef } from 'react'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRow } from './row-context.js'
import { useStatusWords } from './use-status-words.js'

/** Props of `FileListStatus`. */
export type FileListStatusProps = PartProps<'span'>

/** What an upload is doing, in words. Renders a `<span>`, or nothing for a file that is there. */
export const FileListStatus = forwardRef<HTMLSpanElement, FileListStatusProps>(
  function FileListStatus(props, ref) {
    const words = useStatusWords(useRow('Status'))
    if (words === null) return null

    const { icon, text, short, aside, minor } = words
    return renderPart('span', props, {
      name: 'status',
      ref,
      defaults: {
        children: (
          <>
            {icon && <Icon {...icon} />}
            {/* Rows of one line show the short form; who listens gets the long one always. */}
            <bdi className={short && 'ef-long'}>
              {text}
              {aside && <span className="ef-aside">{aside}</span>}
            </bdi>
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
