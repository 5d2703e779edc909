'use client'
import type { RefObject } from 'react'
import { useRef, useState } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../../parts/icon.js'

interface SharedLinkProps {
  readonly link: string
  readonly copyRef: RefObject<HTMLButtonElement | null>
  readonly isStopping: boolean
  readonly onStop: () => void
}

/** A public link, to be copied, and the end of it. */
export function SharedLink({ link, copyRef, isStopping, onStop }: SharedLinkProps) {
  const { adding, share: words } = useMessages()
  const field = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'copyRefused' | null>(null)

  async function copy() {
    try {
      // Not there on a page without https.
      await navigator.clipboard.writeText(link)
      setOutcome('copied')
    } catch {
      setOutcome('copyRefused')
      field.current?.select()
      field.current?.focus()
    }
  }
  return (
    <>
      <div className="ef-copy">
        <input
          ref={field}
          className="ef-input"
          readOnly
          dir="ltr"
          aria-label={adding.link}
          value={link}
          onFocus={({ target }) => target.select()}
        />
        <button ref={copyRef} type="button" className="ef-button" onClick={() => void copy()}>
          <Icon name={outcome === 'copied' ? 'check' : 'copy'} size="sm" />
          {words.copy}
        </button>
      </div>
      <output className="ef-help">
        <bdi>{outcome ? words[outcome] : words.details}</bdi>
      </output>
      <span>
        <button
          type="button"
          className="ef-button"
          data-tone="error"
          aria-disabled={isStopping || undefined}
          onClick={() => isStopping || onStop()}
        >
          {isStopping && <Icon name="spinner" size="sm" spin />}
          {words.stop}
        </button>
      </span>
    </>
  )
}
