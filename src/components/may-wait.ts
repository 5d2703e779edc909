import type { UseQueryResult } from '@tanstack/react-query'
import type { FileAttributeRules } from '../intake/file-attribute-rules.js'

/** Whether changes of an attribute may wait for approval, as its schema says; where nobody can read that, they may. */
export function mayWait({
  data,
  isError,
}: Pick<UseQueryResult<FileAttributeRules>, 'data' | 'isError'>): boolean {
  return isError || (data !== undefined && data.editMode !== 'direct')
}
