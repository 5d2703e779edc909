'use client'
import { forwardRef } from 'react'
import { useUploadSummary } from '../../hooks/use-upload-summary.js'
import type { IconProps } from '../icon.js'
import { Icon } from '../icon.js'
import { phaseOf } from './phase.js'
import { useSummaryScope } from './summary-context.js'

/** Props of `UploadSummaryIcon`. */
export type UploadSummaryIconProps = Omit<IconProps, 'name'>

/** A mark for what is over: done, or in need of attention. Renders an `<svg>`, or nothing while uploads go on. */
export const UploadSummaryIcon = forwardRef<SVGSVGElement, UploadSummaryIconProps>(
  function UploadSummaryIcon(props, ref) {
    const phase = useUploadSummary(useSummaryScope('Icon'), phaseOf)
    if (phase !== 'failed' && phase !== 'done') return null
    return <Icon {...props} ref={ref} name={phase === 'failed' ? 'alert' : 'check'} draw={phase === 'done'} />
  },
)
