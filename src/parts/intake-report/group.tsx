'use client'
import { forwardRef } from 'react'
import type { RefusalGroup } from '../../intake/group-refusals.js'
import type { RefusalReason } from '../../intake/intake-report.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { GroupContext } from './report-context.js'

/** What an `IntakeReportGroup` tells by its `data-*` attributes. */
export interface IntakeReportGroupState {
  /** Why these files did not come in. @selector [data-reason="too-large" | "duplicate" | …] */
  readonly reason: RefusalReason
}

/** Props of `IntakeReportGroup`. */
export interface IntakeReportGroupProps extends PartProps<'div', IntakeReportGroupState> {
  /** From `groupRefusals`. */
  readonly group: RefusalGroup
}

/** Files that did not come in for the same reason. Renders a `<div>`. */
export const IntakeReportGroup = forwardRef<HTMLDivElement, IntakeReportGroupProps>(
  function IntakeReportGroup({ group, ...props }, ref) {
    return (
      <GroupContext.Provider value={group}>
        {renderPart<IntakeReportGroupState>('div', props, {
          name: 'report-group',
          state: { reason: group.reason },
          ref,
        })}
      </GroupContext.Provider>
    )
  },
)
