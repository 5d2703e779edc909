import { createRoot } from 'react-dom/client'
import type { PutRequest } from '../../../src/index.js'
import { createFileClient, FilesProvider, FileUpload } from '../../../src/index.js'
import type { Mounted } from './mounted.js'

/** The component as it comes, on the real client; links are made up, and bytes move when they are told to. */
export function mountOurs(root: HTMLElement): Mounted {
  const sending = new Map<PutRequest, number>()
  let turn = 0
  const client = createFileClient({
    getToken: () => 'token',
    fetch: async () => Response.json(aLink()),
    putBlob: (request) =>
      new Promise((_, reject) => {
        sending.set(request, 0)
        request.signal.addEventListener('abort', () => {
          sending.delete(request)
          reject(new DOMException('Aborted', 'AbortError'))
        })
      }),
  })
  createRoot(root).render(
    <FilesProvider client={client}>
      <FileUpload scope="bench" density="compact" />
    </FilesProvider>,
  )
  return {
    isFull: (count) => root.querySelector(`li[aria-setsize="${count}"]`) !== null,
    progress() {
      const requests = [...sending]
      const next = requests[turn++ % requests.length]
      if (!next) throw new Error('Nothing is being sent.')
      const [request, sentBytes] = next
      sending.set(request, sentBytes + stepBytes)
      request.onProgress(sentBytes + stepBytes)
    },
    clear() {
      const all = client.uploads.all()
      for (const upload of all) upload.cancel()
      client.uploads.remove(all)
    },
  }
}

let links = 0

function aLink(): object {
  const key = `temp/${++links}`
  return {
    s3ref: { bucket: 'bench', key },
    upload_url: `https://s3.test/bench/${key}?X-Amz-Expires=3600&X-Amz-SignedHeaders=host`,
  }
}

const stepBytes = 500
