'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { describeRefusals } from './describe-refusals.js'
import { useGroup, useReport } from './report-context.js'

/** Props of `IntakeReportAddAnywayButton`. */
export type IntakeReportAddAnywayButtonProps = PartProps<'button'>

/** Adds the files of a group all the same. Renders a `<button>`, or nothing where they may not. */
export const IntakeReportAddAnywayButton = forwardRef<HTMLButtonElement, IntakeReportAddAnywayButtonProps>(
  function IntakeReportAddAnywayButton(props, ref) {
    const { intake } = useReport('AddAnywayButton')
    const group = useGroup('AddAnywayButton')
    const messages = useMessages()
    if (!group.mayAdd) return null
    return renderPart('button', props, {
      name: 'button',
      ref,
      defaults: {
        type: 'button',
        'data-variant': 'ghost',
        'aria-label': messages.forFile(messages.addAnyway, describeRefusals(group, messages)),
        onClick: () => intake.addAnyway(group.refusals),
        children: messages.addAnyway,
      },
    })
  },
)
