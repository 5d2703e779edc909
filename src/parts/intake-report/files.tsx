'use client'
import { forwardRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { FirstFiles } from './first-files.js'
import { useGroup } from './report-context.js'

/** Props of `IntakeReportFiles`. */
export type IntakeReportFilesProps = PartProps<'ul'>

/** The first hundred files of a group, each with what speaks against it. Renders a `<ul>`. */
export const IntakeReportFiles = forwardRef<HTMLUListElement, IntakeReportFilesProps>(
  function IntakeReportFiles(props, ref) {
    const { length } = useGroup('Files').refusals
    // Scrolls, and is scrolled by keyboard.
    const tabIndex = length > mostInView ? 0 : undefined
    return renderPart('ul', props, {
      name: 'report-files',
      ref,
      defaults: { tabIndex, children: <FirstFiles /> },
    })
  },
)

const mostInView = 10
