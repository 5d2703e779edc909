import { onTestFinished } from 'vitest'

/** Gives the browser of this test a viewer for PDFs, or none. */
export function setPdfViewer(isThere: boolean): void {
  Object.defineProperty(navigator, 'pdfViewerEnabled', { configurable: true, value: isThere })
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'pdfViewerEnabled'))
}
