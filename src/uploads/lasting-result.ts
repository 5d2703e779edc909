import type { UploadResult, UploadState } from '../transfer/upload-state.js'

/** What an upload has ended with, as other tabs and page loads are told: an error would reach them without its code. */
export function lastingResult(state: UploadState): UploadResult | null {
  if (state.status !== 'done') return null
  const { result } = state
  if (result.kind === 'stored' || !result.notDeleted) return result
  const { kind, file, attach } = result
  return { kind, file, ...(attach && { attach }) }
}
