import type { RequestHandler } from 'msw'
import { getResponse } from 'msw'
import { abortable } from '../api/abortable.js'
import { busy } from './busy.js'

/** A `fetch` that asks msw handlers directly: no service worker, no interception, any runtime. */
export function fetchFrom(handlers: RequestHandler[]): typeof fetch {
  return async function fetch(input, init) {
    // Not new Request(request), which would be another one than the caller holds.
    const request = input instanceof Request && !init ? input : new Request(input, init)
    // A handler works on when its caller has gone, as a server does; the caller does not wait for it.
    const response = await abortable<Response | undefined>(request.signal, (resolve, reject) => {
      busy.add(request)
      getResponse(handlers, request)
        .finally(() => busy.delete(request))
        .then(resolve, reject)
    })
    if (!response)
      throw new TypeError(
        `Failed to fetch: the file server knows nothing of ${request.method} ${request.url}.`,
      )
    if (response.type === 'error') throw new TypeError('Failed to fetch')
    return response
  }
}
