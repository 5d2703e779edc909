import type { FileEntity } from '../../api/types.js'

/** Whether a file can have versions: the bytes of an external one are somewhere else. */
export function canHaveVersions({ custom_download_url }: FileEntity): boolean {
  return custom_download_url === undefined
}
