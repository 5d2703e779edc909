'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { EntityRef } from '../api/types.js'
import type { PendingFiles } from '../queries/pending-relations-query.js'
import { pendingRelationsQuery } from '../queries/pending-relations-query.js'
import { useFileClient } from './files-provider.js'

/** When to ask. */
export interface UsePendingRelationsOptions {
  /** For example only where the attribute's `editMode` is not `direct`. @default true */
  readonly enabled?: boolean | undefined
}

/**
 * What waits for approval at one file attribute of an entity: files that will be attached, and those that will be taken
 * off (`listChangesets`).
 *
 * @example
 * const { data: rules } = useFileAttribute('contract')
 * const { data: pending } = usePendingRelations(entity, { enabled: rules !== undefined && rules.editMode !== 'direct' })
 */
export function usePendingRelations(
  entity: EntityRef,
  { enabled = true }: UsePendingRelationsOptions = {},
): UseQueryResult<PendingFiles> {
  return useQuery({ ...pendingRelationsQuery(useFileClient(), entity), enabled })
}
