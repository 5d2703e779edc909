import type { IntakeReport, Refusal } from './intake-report.js'

export const emptyReport: IntakeReport = { added: 0, refused: [] }

export function mergeReports(report: IntakeReport, more: IntakeReport): IntakeReport {
  return { added: report.added + more.added, refused: [...report.refused, ...more.refused] }
}

export function withoutRefusals(report: IntakeReport, refusals: readonly Refusal[]): IntakeReport {
  const gone = new Set(refusals)
  return { ...report, refused: report.refused.filter((refusal) => !gone.has(refusal)) }
}
