'use client'
import { forwardRef, useImperativeHandle, useMemo, useRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useUploadNotice } from '../../hooks/use-upload-notice.js'
import type { NoticeKind } from '../../uploads/notice.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import type { FocusFallback } from '../use-keep-focus.js'
import { useKeepFocus } from '../use-keep-focus.js'
import type { ShownNotice } from './notice-context.js'
import { NoticeContext } from './notice-context.js'
import { toneOfNotice } from './tone-of-notice.js'

/** What an `UploadNoticeRoot` tells by its `data-*` attributes. */
export interface UploadNoticeRootState {
  /** @selector [data-notice="signed-out" | "offline" | "busy" | …] */
  readonly notice: NoticeKind
  /** @selector [data-tone="warning" | "accent" | "error"] */
  readonly tone: 'warning' | 'accent' | 'error'
}

interface NoticeProps extends PartProps<'div', UploadNoticeRootState> {
  /** Gets the focus when the button that has it goes away with the notice. */
  readonly focusFallback?: FocusFallback | undefined
}

/** Props of `UploadNoticeRoot`. */
export interface UploadNoticeRootProps extends NoticeProps {
  /** Whose uploads; `useFileUpload` tells it. */
  readonly scope: string
}

/**
 * What stops the uploads of a scope as a whole: signed out, offline, a busy server. Renders a `<div>`, or nothing where
 * there is nothing to say. It is said aloud by `LiveRegion`.
 *
 * @example
 * <UploadNotice.Root scope={scope}>
 *   <UploadNotice.Icon />
 *   <UploadNotice.Text><UploadNotice.Title /><UploadNotice.Details /></UploadNotice.Text>
 *   <UploadNotice.SignInButton onSignIn={signIn} />
 * </UploadNotice.Root>
 */
export const UploadNoticeRoot = forwardRef<HTMLDivElement, UploadNoticeRootProps>(function UploadNoticeRoot(
  { scope, ...props },
  ref,
) {
  const notice = useUploadNotice(scope)
  const shown = useMemo(() => notice && { notice, scope }, [notice, scope])
  return shown && <Bar {...props} shown={shown} ref={ref} />
})

// Of its own, so that it mounts and unmounts with what it shows: the focus is kept from one to the other.
const Bar = forwardRef<HTMLDivElement, NoticeProps & { readonly shown: ShownNotice }>(function Bar(
  { shown, focusFallback, ...props },
  ref,
) {
  const bar = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => bar.current as HTMLDivElement, [bar]) // it is there by then
  useKeepFocus(bar, { fallback: focusFallback })
  const { notices } = useMessages()
  const { kind } = shown.notice
  return (
    <NoticeContext.Provider value={shown}>
      {renderPart<UploadNoticeRootState>('div', props, {
        name: 'notice',
        state: { notice: kind, tone: toneOfNotice(kind) },
        defaults: { ref: bar, role: 'group', 'aria-label': notices[kind].title },
      })}
    </NoticeContext.Provider>
  )
})
