'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import { acceptedExtensions } from '../api/portal-config.js'
import type { PortalConfig, PortalRef } from '../api/portal-types.js'
import type { IntakeRules } from '../intake/intake-rules.js'
import { portalConfigQuery } from '../queries/portal-config-query.js'
import { useFileClient } from './files-provider.js'

/**
 * What a portal takes, by its public settings, for the `rules` of uploads. Empty where the portal says nothing.
 *
 * @example
 * const { data: rules } = usePortalRules({ organizationId: '123', origin: 'END_CUSTOMER_PORTAL' })
 * <FileUpload mode="portal" entity={contract} rules={rules} />
 */
export function usePortalRules(portal: PortalRef): UseQueryResult<IntakeRules> {
  return useQuery({ ...portalConfigQuery(useFileClient(), portal), select: toRules })
}

function toRules(config: PortalConfig): IntakeRules {
  const accept = acceptedExtensions(config)
  return accept.length > 0 ? { accept } : {}
}
