/** As in a browser without a viewer for PDFs: the storage of a story answers to no frame. Returns the function that ends it. */
export function withoutPdfViewer(): () => void {
  Object.defineProperty(navigator, 'pdfViewerEnabled', { configurable: true, value: false })
  // The browser's own answers again.
  return () => void Reflect.deleteProperty(navigator, 'pdfViewerEnabled')
}
