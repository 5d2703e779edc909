import { createFileClient } from '../../../src/core.js'
import type { Uploader } from './main.js'

/** The library, as it comes. */
export const withUploads: Uploader = (files, apiUrl) =>
  new Promise((resolve, reject) => {
    const client = createFileClient({ getToken: () => 'token', fileUrl: apiUrl })
    let left = files.length
    client.uploads.add(files, {
      scope: 'bench',
      onDone: () => --left === 0 && resolve(),
      onFailed: reject,
    })
  })
