'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useReport } from './report-context.js'

/** Props of `IntakeReportDismissButton`. */
export type IntakeReportDismissButtonProps = PartProps<'button'>

/** Closes the report. Renders a `<button>`. */
export const IntakeReportDismissButton = forwardRef<HTMLButtonElement, IntakeReportDismissButtonProps>(
  function IntakeReportDismissButton(props, ref) {
    const { intake } = useReport('DismissButton')
    const { dismiss } = useMessages()
    return renderPart('button', props, {
      name: props.children === undefined ? 'icon-button' : 'button',
      ref,
      defaults: {
        type: 'button',
        ...(props.children === undefined && { title: dismiss, 'aria-label': dismiss }),
        onClick: intake.dismiss,
        children: <Icon name="x" />,
      },
    })
  },
)
