import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import type { Upload } from '../../src/index.js'
import { useFileUpload, useUpload } from '../../src/index.js'
import { aFile, anEntity } from '../../src/testing.js'

/**
 * `useFileUpload` takes files in and sends them; what you show is yours. `uploads` changes only when files come or go, and
 * `useUpload` subscribes a row to its own file alone, so that one tick renders one row.
 */
const meta: Meta = { title: 'Hooks/useFileUpload' }
export default meta

const opportunity = anEntity()

function Uploader() {
  const { add, uploads } = useFileUpload({ entity: opportunity })
  return (
    <>
      <input
        type="file"
        multiple
        aria-label="Documents"
        onChange={({ target }) => {
          void add(target.files ?? [])
          target.value = '' // so that the same file can be picked again
        }}
      />
      <ul>
        {uploads.map((upload) => (
          <Row key={upload.id} upload={upload} />
        ))}
      </ul>
    </>
  )
}

function Row({ upload }: { readonly upload: Upload }) {
  const status = useUpload(upload, (state) => state.status)
  const percent = useUpload(upload, (state) =>
    state.status === 'uploading' ? Math.round((100 * state.sentBytes) / state.totalBytes) : null,
  )
  return (
    <li>
      {upload.file.name}: {status}{' '}
      {percent !== null && <progress value={percent} max={100} aria-label="Sent" />}
    </li>
  )
}

export const UnderYourOwnMarkup: StoryObj = {
  render: () => <Uploader />,
  play: async ({ canvas, epilot }) => {
    await userEvent.upload(canvas.getByLabelText('Documents'), [
      aFile({ name: 'contract.pdf', sizeBytes: 300_000 }),
      aFile({ name: 'roof.jpg', type: 'image/jpeg', sizeBytes: 120_000 }),
    ])
    await expect(canvas.getByText(/contract\.pdf/)).toBeVisible()
    await waitFor(() => expect(epilot.server.filesOf(opportunity)).toHaveLength(2))
  },
}
