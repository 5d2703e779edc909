'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { EntitySchema } from '../api/entity-schema.js'
import type { FileAttributeRules } from '../intake/file-attribute-rules.js'
import { fileAttributeRules } from '../intake/file-attribute-rules.js'
import { schemaQuery } from '../queries/schema-query.js'
import { useFileClient } from './files-provider.js'

/**
 * What the schema of a kind of entity says of one of its file attributes: its rules, whether it holds many files, is
 * read-only or required, and what new files are saved with. An error where it has no such attribute.
 *
 * @example
 * const { data: plan } = useFileAttribute('opportunity', 'floor_plan')
 * <AttachToEntity entity={{ slug: 'opportunity', id, attribute: 'floor_plan' }} rules={plan?.rules} />
 */
export function useFileAttribute(slug: string, attribute = '_files'): UseQueryResult<FileAttributeRules> {
  const select = useCallback((schema: EntitySchema) => fileAttributeRules(schema, attribute), [attribute])
  return useQuery({ ...schemaQuery(useFileClient(), slug), select })
}
