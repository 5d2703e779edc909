'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { FileEntity } from '../api/types.js'
import { fileQuery } from '../queries/file-query.js'
import { useFileClient } from './files-provider.js'

/**
 * One File entity (`getFile`).
 *
 * @example
 * const { data: file } = useFile(id)
 */
export function useFile(id: string): UseQueryResult<FileEntity> {
  return useQuery(fileQuery(useFileClient(), id))
}
