'use client'
import { createContext, useContext } from 'react'
import type { IntakeHandle } from '../../hooks/use-file-upload.js'
import type { RefusalGroup } from '../../intake/group-refusals.js'
import type { IntakeReport } from '../../intake/intake-report.js'

/** A report that has something to tell. */
export interface ShownReport {
  readonly intake: IntakeHandle
  readonly report: IntakeReport
}

export const ReportContext = createContext<ShownReport | null>(null)
export const GroupContext = createContext<RefusalGroup | null>(null)

/** The report around a part; `part` is for the error where there is none. */
export function useReport(part: string): ShownReport {
  const shown = useContext(ReportContext)
  if (!shown) {
    throw new Error(`<IntakeReport.${part}> has nothing to report. Put it inside <IntakeReport.Root>.`)
  }
  return shown
}

/** The group around a part; `part` is for the error where there is none. */
export function useGroup(part: string): RefusalGroup {
  const group = useContext(GroupContext)
  if (!group) {
    throw new Error(`<IntakeReport.${part}> has no files to show. Put it inside <IntakeReport.Group>.`)
  }
  return group
}
