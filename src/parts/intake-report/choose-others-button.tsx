'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { describeRefusals } from './describe-refusals.js'
import { useGroup } from './report-context.js'

/** Props of `IntakeReportChooseOthersButton`. */
export type IntakeReportChooseOthersButtonProps = PartProps<'button'>

/**
 * For files that others can take the place of; give it the `onClick` that opens the picker. Renders a `<button>`, or nothing
 * where there is no room for others, or where the files themselves may be added.
 */
export const IntakeReportChooseOthersButton = forwardRef<
  HTMLButtonElement,
  IntakeReportChooseOthersButtonProps
>(function IntakeReportChooseOthersButton(props, ref) {
  const group = useGroup('ChooseOthersButton')
  const messages = useMessages()
  const { reason, mayAdd } = group
  if (mayAdd || reason === 'too-many' || reason === 'total-too-large') return null
  const words = reason === 'unreadable' ? messages.chooseAgain : messages.chooseOthers
  return renderPart('button', props, {
    name: 'button',
    ref,
    defaults: {
      type: 'button',
      'data-variant': 'ghost',
      'aria-label': messages.forFile(words, describeRefusals(group, messages)),
      children: words,
    },
  })
})
