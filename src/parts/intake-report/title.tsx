'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useReport } from './report-context.js'

/** Props of `IntakeReportTitle`. */
export type IntakeReportTitleProps = PartProps<'p'>

/** "12 added, 3 need attention". Renders a `<p>`. */
export const IntakeReportTitle = forwardRef<HTMLParagraphElement, IntakeReportTitleProps>(
  function IntakeReportTitle(props, ref) {
    const { report } = useReport('Title')
    const words = useMessages().addedAndRefused(report.added, report.refused.length)
    return renderPart('p', props, { name: 'heading', ref, defaults: { children: <bdi>{words}</bdi> } })
  },
)
