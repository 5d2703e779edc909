'use client'
import { forwardRef, useState } from 'react'
import { useFileClient, useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useNotice } from './notice-context.js'

/** What an `UploadNoticeSignInButton` tells by its `data-*` attributes. */
export interface UploadNoticeSignInButtonState {
  /** Somebody is signing in. @selector [data-pending] */
  readonly pending: boolean
}

/** Props of `UploadNoticeSignInButton`. */
export interface UploadNoticeSignInButtonProps extends PartProps<'button', UploadNoticeSignInButtonState> {
  /**
   * Lets the person sign in; the uploads go on when its promise resolves, and keep waiting if it rejects.
   * @default the uploads go on at once, by `client.resume()`, and ask for a token
   */
  readonly onSignIn?: (() => unknown) | undefined
}

/** Signs in again, and goes on with what waits for it. Renders a `<button>`, or nothing where nobody has to sign in. */
export const UploadNoticeSignInButton = forwardRef<HTMLButtonElement, UploadNoticeSignInButtonProps>(
  function UploadNoticeSignInButton({ onSignIn, ...props }, ref) {
    const { notice } = useNotice('SignInButton')
    const client = useFileClient()
    const { signInAgain } = useMessages()
    const [pending, setPending] = useState(false)
    if (notice.kind !== 'signed-out') return null

    // What the caller's promise rejects with is the caller's: it stays an unhandled rejection.
    async function signIn() {
      if (pending) return
      setPending(true)
      try {
        await onSignIn?.()
        client.resume()
      } finally {
        setPending(false)
      }
    }
    return renderPart<UploadNoticeSignInButtonState>('button', props, {
      name: 'button',
      state: { pending },
      ref,
      defaults: {
        type: 'button',
        'data-variant': 'primary',
        'aria-disabled': pending || undefined,
        onClick: () => void signIn(),
        children: signInAgain,
      },
    })
  },
)
