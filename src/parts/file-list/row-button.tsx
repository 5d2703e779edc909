'use client'
import type { ReactNode } from 'react'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRowTabIndex } from './place-context.js'
import type { Row } from './row-context.js'

interface RowButtonProps extends PartProps<'button'> {
  readonly row: Row
  /** What it does, which names it together with the file. */
  readonly words: string
  /** The same for the eye, where it is not just the words. */
  readonly face?: ReactNode
  readonly onAct: () => void
}

/** What the buttons with words have in common that a row offers as its next step. */
export const RowButton = forwardRef<HTMLButtonElement, RowButtonProps>(function RowButton(
  { row, words, face = words, onAct, ...props },
  ref,
) {
  const { forFile } = useMessages()
  const tabIndex = useRowTabIndex()
  return renderPart('button', props, {
    name: 'button',
    ref,
    defaults: {
      type: 'button',
      tabIndex,
      'data-variant': 'ghost',
      'aria-label': forFile(typeof props.children === 'string' ? props.children : words, row.name),
      onClick: onAct,
      children: face,
    },
  })
})
