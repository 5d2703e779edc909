'use client'
import type { RefObject } from 'react'
import { useMemo, useRef, useState } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import { useLatest } from '../hooks/use-latest.js'
import type { RestoredUploadsHandle } from '../hooks/use-restored-uploads.js'
import { useRestoredUploads } from '../hooks/use-restored-uploads.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import type { Upload } from '../uploads/upload.js'
import { DiscardedToast } from './discarded-toast.js'
import { OnlyRestored } from './only-restored.js'
import type { TitleOf } from './restored-panel.js'
import { RestoredPanel } from './restored-panel.js'
import { useSpokenRestored } from './use-spoken-restored.js'

/** What `RestoredUploads` takes. */
export interface RestoredUploadsProps {
  /** Only what was interrupted in this list. @default in all lists */
  readonly scope?: string | undefined
  /**
   * Names a business entity, above its uploads; for uploads that belong to none, their list.
   * @default slug and id: "Opportunity 3f6b2a04"
   */
  readonly titleOf?: TitleOf | undefined
  /**
   * Lets the person choose another entity for a file that its own refuses for good, and calls `upload.attachTo()` with it.
   * Without it the row offers to try again.
   */
  readonly onChooseAnother?: ((upload: Upload) => void) | undefined
  /** Gets the focus when what has it goes away and nothing is left here. */
  readonly focusFallback?: FocusFallback | undefined
  readonly className?: string | undefined
}

/**
 * What a reload or a crash has interrupted, in any list: what goes on by itself, what goes on at a click, what needs the same
 * file again. For the shell of an app, since the lists show only their own. Renders nothing where nothing was interrupted.
 *
 * @example
 * <RestoredUploads titleOf={(entity) => entity && <EntityTitle {...entity} />} />
 */
export function RestoredUploads(props: RestoredUploadsProps) {
  const restored = useRestoredUploads({ scope: props.scope })
  if (restored.count + restored.discarded === 0) return null
  return <Restored {...props} restored={restored} />
}

interface RestoredProps extends RestoredUploadsProps {
  readonly restored: RestoredUploadsHandle
}

// Of its own, so that it begins anew with what is interrupted next.
function Restored(props: RestoredProps) {
  const { restored, scope, titleOf, onChooseAnother, focusFallback, className } = props
  const { count, discarded } = restored
  // Rows that are done must not turn the panel into something else.
  const [most, setMost] = useState(count)
  if (count > most) setMost(count)
  const root = useRef<HTMLDivElement>(null)
  const undo = useRef<HTMLButtonElement>(null)
  const lastId = useRef<string | null>(null)
  const { fromPanel, fromToast } = useWaysOn({ root, undo, lastId, outer: useLatest(focusFallback) })
  const { text, key, say } = useSpokenRestored(restored)
  const { saidDiscarded } = useMessages().restored

  function discard(uploads: readonly Upload[]) {
    lastId.current = (uploads.length === 1 && uploads[0]?.id) || null
    restored.discard(uploads)
    say(saidDiscarded(uploads.length))
  }
  return (
    <div ref={root} className={`ef-restored${className ? ` ${className}` : ''}`}>
      {count > 0 && most === 1 && (
        <OnlyRestored {...{ restored, onChooseAnother }} onDiscard={discard} focusFallback={fromPanel} />
      )}
      {count > 0 && most > 1 && (
        <RestoredPanel
          {...{ restored, titleOf, onChooseAnother }}
          hasTitles={scope === undefined}
          onDiscard={discard}
          onSay={say}
          focusFallback={fromPanel}
        />
      )}
      {discarded > 0 && (
        <DiscardedToast
          count={discarded}
          undoRef={undo}
          onUndo={restored.undo}
          onDismiss={restored.settle}
          focusFallback={fromToast}
        />
      )}
      <output className="ef-hidden" aria-live="polite">
        {text && <span key={key}>{text}</span>}
      </output>
    </div>
  )
}

interface Places {
  readonly root: RefObject<HTMLElement | null>
  readonly undo: FocusFallback
  /** The upload that was discarded by itself. */
  readonly lastId: RefObject<string | null>
  readonly outer: RefObject<FocusFallback | undefined>
}

/** Where the focus goes on: from what was discarded to its undo, and from there back. */
function useWaysOn({ root, undo, lastId, outer }: Places) {
  return useMemo(() => {
    const find = (what: string) => root.current?.querySelector<HTMLElement>(what)
    const fromPanel: FocusFallback = {
      get current() {
        return undo.current ?? outer.current?.current ?? null
      },
    }
    const fromToast: FocusFallback = {
      get current() {
        const row = lastId.current && find(`[data-upload="${CSS.escape(lastId.current)}"]`)
        return row || (find('[data-discard-all]') ?? find('.ef-row') ?? outer.current?.current ?? null)
      },
    }
    return { fromPanel, fromToast }
  }, [root, undo, lastId, outer])
}
