'use client'
import { useMemo } from 'react'
import type { IntakeHandle } from '../hooks/use-file-upload.js'
import { useMessages } from '../hooks/files-provider.js'
import { groupRefusals } from '../intake/group-refusals.js'
import { Icon } from '../parts/icon.js'
import { IntakeReportAddAnywayButton } from '../parts/intake-report/add-anyway-button.js'
import { IntakeReportChooseOthersButton } from '../parts/intake-report/choose-others-button.js'
import { IntakeReportDetails } from '../parts/intake-report/details.js'
import { IntakeReportDismissButton } from '../parts/intake-report/dismiss-button.js'
import { IntakeReportFiles } from '../parts/intake-report/files.js'
import { IntakeReportGroup } from '../parts/intake-report/group.js'
import { IntakeReportLiveRegion } from '../parts/intake-report/live-region.js'
import { IntakeReportReason } from '../parts/intake-report/reason.js'
import { IntakeReportRoot } from '../parts/intake-report/root.js'
import { IntakeReportTitle } from '../parts/intake-report/title.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'

interface IntakeReportViewProps {
  readonly intake: IntakeHandle
  /** Opens the picker, where there is room for others. */
  readonly onChooseOthers: (() => void) | undefined
  readonly focusFallback: FocusFallback
}

/** What did not come in, by reason, with what can be done about it; quiet while all comes in. */
export function IntakeReportView({ intake, onChooseOthers, focusFallback }: IntakeReportViewProps) {
  const { report, isChecking } = intake
  const { checkingFiles, andMore } = useMessages()
  const groups = useMemo(() => groupRefusals(report?.refused ?? []), [report])
  const hidden = groups.slice(mostGroups).reduce((count, { refusals }) => count + refusals.length, 0)
  return (
    <>
      {isChecking && (
        <p className="ef-checking">
          <Icon name="spinner" size="sm" spin />
          {checkingFiles}
        </p>
      )}
      <IntakeReportRoot intake={intake} focusFallback={focusFallback}>
        <div className="ef-report-head">
          <Icon name="warn" />
          <IntakeReportTitle />
          <IntakeReportDismissButton />
        </div>
        {groups.slice(0, mostGroups).map((group, index) => (
          <IntakeReportGroup key={group.key} group={group}>
            {/* A single file is named in its reason already. */}
            <IntakeReportDetails open={index === 0 && group.refusals.length > 1}>
              <IntakeReportReason />
              <IntakeReportFiles />
            </IntakeReportDetails>
            {onChooseOthers && <IntakeReportChooseOthersButton onClick={onChooseOthers} />}
            <IntakeReportAddAnywayButton />
          </IntakeReportGroup>
        ))}
        {hidden > 0 && <p className="ef-report-rest">{andMore(hidden)}</p>}
      </IntakeReportRoot>
      <IntakeReportLiveRegion intake={intake} />
    </>
  )
}

// A rule of the caller may have another reason for each of thousands.
const mostGroups = 50
