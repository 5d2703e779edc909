import { render, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import * as FileDropzone from '../../src/parts/file-dropzone/index.js'
import { aFile } from '../../src/testing.js'
import { drag } from '../support/give-files.js'

const page = document.documentElement

afterEach(() => {
  // React 18 takes it out.
  document.documentElement?.remove()
  document.append(page)
})

// As frameworks do it that render <html> themselves: React listens on the document then, behind all elements.
it('takes a drop once where React has the whole document', async () => {
  document.replaceChild(document.implementation.createHTMLDocument().documentElement, page)
  const onFiles = vi.fn<(files: readonly File[]) => void>()
  const onOtherFiles = vi.fn<(files: readonly File[]) => void>()
  const { getByText, unmount } = render(
    <html lang="en">
      <body>
        <FileDropzone.Area page onFiles={onFiles}>
          <p>Panel</p>
        </FileDropzone.Area>
        <FileDropzone.Area onFiles={onOtherFiles}>
          <p>Other panel</p>
        </FileDropzone.Area>
        <p>Far away</p>
      </body>
    </html>,
    { container: document },
  )

  drag('drop', getByText('Panel'), aFile({ name: 'a.pdf' }))
  drag('drop', getByText('Other panel'), aFile({ name: 'b.pdf' }))
  drag('drop', getByText('Far away'), aFile({ name: 'c.pdf' }))

  const namesOf = ({ mock }: typeof onFiles) => mock.calls.flatMap(([files]) => files.map(({ name }) => name))
  await waitFor(() => expect(namesOf(onFiles)).toContain('c.pdf'))
  expect(namesOf(onFiles)).toEqual(['a.pdf', 'c.pdf'])
  expect(namesOf(onOtherFiles)).toEqual(['b.pdf'])
  unmount()
})
