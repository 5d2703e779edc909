import type { StoredFile } from '../api/stored-file.js'
import type { Upload } from './upload.js'

/**
 * What a journey's uploads have brought to S3, in their order; the others are not in it.
 *
 * @example
 * const files = toSubmissionFiles(storedFiles(uploads))
 */
export function storedFiles(uploads: readonly Upload[]): readonly StoredFile[] {
  return uploads.flatMap((upload) => {
    const state = upload.state.getState()
    if (state.status !== 'done' || state.result.kind !== 'stored') return []
    const { name, type, size } = upload.sent
    return [
      {
        s3ref: state.result.s3ref,
        filename: name,
        ...(type !== '' && { contentType: type }),
        // 0 where a reload has left a stand-in without bytes.
        ...(size > 0 && { size }),
      },
    ]
  })
}
