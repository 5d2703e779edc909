// A service worker that answers an upload swallows its progress. So msw mocks what is JSON, and uploads and downloads go
// past it. This listener is the first, and the last for them. Only calls to epilot show who they are from.
self.addEventListener('fetch', (event) => {
  const { method, mode, headers } = event.request
  const isUpload = method === 'PUT' && !headers.has('authorization')
  if (isUpload || mode === 'navigate') event.stopImmediatePropagation()
})
importScripts('./mockServiceWorker.js')
