'use client'
import { forwardRef, useImperativeHandle, useRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { IntakeHandle } from '../../hooks/use-file-upload.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import type { FocusFallback } from '../use-keep-focus.js'
import { useKeepFocus } from '../use-keep-focus.js'
import type { ShownReport } from './report-context.js'
import { ReportContext } from './report-context.js'

/** What an `IntakeReportRoot` tells by its `data-*` attributes. */
export interface IntakeReportRootState {
  /** @selector [data-tone="warning"] */
  readonly tone: 'warning'
}

interface ReportProps extends PartProps<'section', IntakeReportRootState> {
  /** Gets the focus when the button that has it goes away with the report. */
  readonly focusFallback?: FocusFallback | undefined
}

/** Props of `IntakeReportRoot`. */
export interface IntakeReportRootProps extends ReportProps {
  /** What did not come in; `useFileUpload` tells it. */
  readonly intake: IntakeHandle
}

/**
 * The files that did not come in, and why. Renders a `<section>`, or nothing where all came in.
 *
 * @example
 * <IntakeReport.Root intake={intake}>
 *   <IntakeReport.Title />
 *   {groupRefusals(intake.report?.refused ?? []).map((group) => (
 *     <IntakeReport.Group key={group.key} group={group}>
 *       <IntakeReport.Details><IntakeReport.Reason /><IntakeReport.Files /></IntakeReport.Details>
 *       <IntakeReport.AddAnywayButton />
 *     </IntakeReport.Group>
 *   ))}
 * </IntakeReport.Root>
 */
export const IntakeReportRoot = forwardRef<HTMLElement, IntakeReportRootProps>(function IntakeReportRoot(
  { intake, ...props },
  ref,
) {
  const { report } = intake
  return report && <Report {...props} shown={{ intake, report }} ref={ref} />
})

// Of its own, so that it mounts and unmounts with what it shows: the focus is kept from one to the other.
const Report = forwardRef<HTMLElement, ReportProps & { readonly shown: ShownReport }>(function Report(
  { shown, focusFallback, ...props },
  ref,
) {
  const section = useRef<HTMLElement>(null)
  useImperativeHandle(ref, () => section.current as HTMLElement, [section]) // it is there by then
  useKeepFocus(section, { fallback: focusFallback, rows: true })
  const { intakeReport } = useMessages()
  return (
    <ReportContext.Provider value={shown}>
      {renderPart<IntakeReportRootState>('section', props, {
        name: 'report',
        state: { tone: 'warning' },
        defaults: { ref: section, 'aria-label': intakeReport },
      })}
    </ReportContext.Provider>
  )
})
