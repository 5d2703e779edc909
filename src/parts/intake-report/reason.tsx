'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { describeRefusals } from './describe-refusals.js'
import { useGroup } from './report-context.js'

/** Props of `IntakeReportReason`. */
export type IntakeReportReasonProps = PartProps<'summary'>

/** "2 files are larger than 20 MB"; a click shows which. Renders a `<summary>`. */
export const IntakeReportReason = forwardRef<HTMLElement, IntakeReportReasonProps>(
  function IntakeReportReason(props, ref) {
    const words = describeRefusals(useGroup('Reason'), useMessages())
    return renderPart('summary', props, {
      name: 'report-reason',
      ref,
      defaults: {
        children: (
          <>
            <Icon name="down" size="sm" />
            <span>
              <bdi>{words}</bdi>
            </span>
          </>
        ),
      },
    })
  },
)
