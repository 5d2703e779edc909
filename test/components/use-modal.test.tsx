import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef } from 'react'
import { expect, it, vi } from 'vitest'
import { useModal } from '../../src/components/use-modal.js'

it('closes by a click beside it, and not by letting go there of what was selected inside', async () => {
  const onClose = vi.fn<() => void>()
  render(<Asking onClose={onClose} />)
  const user = userEvent.setup()
  const dialog = screen.getByRole('dialog')

  await user.pointer([
    { keys: '[MouseLeft>]', target: screen.getByRole('textbox') },
    { keys: '[/MouseLeft]', target: dialog },
  ])
  dialog.click() // which the browser makes of it, on what both are in
  expect(onClose).not.toHaveBeenCalled()

  await user.click(dialog)
  expect(onClose).toHaveBeenCalledTimes(1)
})

function Asking({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <dialog ref={dialog} aria-label="Rename" {...useModal(dialog, onClose)}>
      <input aria-label="Name" />
    </dialog>
  )
}
