import type { Call, Http } from './http.js'
import type { PortalConfig, PortalRef } from './portal-types.js'

/**
 * `getPublicPortalConfig` and `getPublicPortalConfigV3`: a portal's public settings. Needs no sign-in.
 *
 * @example
 * const config = await getPublicPortalConfig(client.http, { organizationId: '123', portalId })
 * const accept = acceptedExtensions(config)
 */
export async function getPublicPortalConfig(
  http: Http,
  portal: PortalRef,
  call?: Call,
): Promise<PortalConfig> {
  const [version, key, value] =
    'portalId' in portal ? ['v3', 'portal_id', portal.portalId] : ['v2', 'origin', portal.origin]
  const query = `org_id=${encodeURIComponent(portal.organizationId)}&${key}=${encodeURIComponent(value)}`
  const path = `/${version}/portal/public/portal/config?${query}`
  const operation = 'getPublicPortalConfig'
  const body = await http({ operation, step: 'list', host: 'portal', path, authorize: false }, call)
  return body ?? {} // everything in it is optional
}

/**
 * What a portal takes, as rules name it (`.pdf`); empty where it says nothing.
 *
 * @example
 * const accept = acceptedExtensions(config)
 * useFileUpload({ scope, rules: accept.length > 0 ? { accept } : {} })
 */
export function acceptedExtensions({ allowed_file_extensions = {} }: PortalConfig): readonly string[] {
  const extensions = Object.values(allowed_file_extensions).flat()
  return [...new Set(extensions.map((extension) => `.${extension.replace(/^\./, '').toLowerCase()}`))]
}
