import { forwardRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'

/** Props of `IntakeReportDetails`. */
export type IntakeReportDetailsProps = PartProps<'details'>

/** Opens and closes the files of a group. Renders a `<details>`. */
export const IntakeReportDetails = forwardRef<HTMLDetailsElement, IntakeReportDetailsProps>(
  function IntakeReportDetails(props, ref) {
    return renderPart('details', props, { name: 'report-details', ref })
  },
)
