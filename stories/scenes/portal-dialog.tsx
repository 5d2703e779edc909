import type { ReactNode } from 'react'
import { useId, useLayoutEffect, useRef } from 'react'

interface PortalDialogProps {
  readonly title: string
  readonly details?: string
  readonly className?: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The browser keeps the focus in it, closes it with Escape, and gives the focus back. */
export function PortalDialog({ title, details, className = '', onClose, children }: PortalDialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`ef-dialog ${className}`}
      data-size={details ? 'sm' : undefined}
      aria-labelledby={id}
      aria-describedby={details && `${id}details`}
      onCancel={(event) => {
        // Only React takes it out of the page.
        event.preventDefault()
        onClose()
      }}
    >
      <div className="ef-inset">
        <h3 id={id} className="ef-heading">
          <bdi>{title}</bdi>
        </h3>
        {details && (
          <p id={`${id}details`} className="ef-help">
            <bdi>{details}</bdi>
          </p>
        )}
      </div>
      {children}
    </dialog>
  )
}
