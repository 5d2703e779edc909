'use client'
import { useTransferRate } from '../../hooks/use-transfer-rate.js'
import { useUploadSummary } from '../../hooks/use-upload-summary.js'
import type { TransferRate } from '../../uploads/rate-store.js'
import { phaseOf } from './phase.js'
import { useSummaryScope } from './summary-context.js'

/** The rate of the scope; `null` at once when all of it is paused. */
export function useScopeRate<T>(part: string, selector: (rate: TransferRate | null) => T): T {
  const scope = useSummaryScope(part)
  const isLive = useUploadSummary(scope, (summary) => phaseOf(summary) === 'live')
  return useTransferRate(scope, (rate) => selector(isLive ? rate : null))
}
