'use client'
import type { ForwardedRef, ReactElement, ReactNode } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import type { Dropzone } from './dropzone-context.js'
import type { PickWhat } from './use-picker.js'

interface PickerButton {
  readonly pick: PickWhat
  readonly children: ReactNode
  readonly ref: ForwardedRef<HTMLButtonElement>
}

/** A button that opens the picker; none where there is no room for another file. */
export function renderPickerButton(
  { isFull, isDisabled, isDescribed, rulesId, open }: Dropzone,
  props: PartProps<'button'>,
  { pick, children, ref }: PickerButton,
): ReactElement | null {
  if (isFull && !isDisabled) return null
  return renderPart('button', props, {
    name: 'button',
    ref,
    defaults: {
      type: 'button',
      // Not `disabled`, which would drop the focus; `open` does nothing then.
      'aria-disabled': isDisabled || undefined,
      'aria-describedby': isDescribed ? rulesId : undefined,
      onClick: () => open(pick),
      children,
    },
  })
}
