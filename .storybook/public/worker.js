// A service worker that answers an upload swallows its progress. So msw mocks what is JSON, and PUTs and downloads go
// past it. This listener is the first, and the last for them.
self.addEventListener('fetch', (event) => {
  const { method, mode } = event.request
  if (method === 'PUT' || mode === 'navigate') event.stopImmediatePropagation()
})
importScripts('./mockServiceWorker.js')
