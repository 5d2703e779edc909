import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import type { FileEntity } from '../../src/index.js'
import { useFile, useFilePreview, useObjectUrl } from '../../src/index.js'
import { aPicture } from '../support/a-picture.js'

/**
 * `useFilePreview` asks for the picture that epilot draws of a saved file, as wide as it is wanted: of photos, PDFs and
 * common documents. In lists `<FileList.Thumb preview />` does it for the rows in view.
 */
const meta: Meta = {
  title: 'Hooks/useFilePreview',
  parameters: {
    epilot: {
      seed: ({ server }) => {
        server.addFile({ _id: 'plan', filename: 'Lageplan.pdf' }, { preview: aPicture('plan') })
        server.addFile({ _id: 'drawing', filename: 'Lageplan.dwg', mime_type: 'image/vnd.dwg' })
      },
    },
  },
}
export default meta

function Picture({ file }: { readonly file: FileEntity }) {
  const { data: picture, isPending } = useFilePreview(file, { widthPx: 480 })
  const src = useObjectUrl(picture)
  if (isPending) return <p>One moment…</p>
  return src ? <img src={src} alt={file.filename} width="240" /> : <p>No picture of {file.filename}</p>
}

function PictureOf({ id }: { readonly id: string }) {
  const { data: file } = useFile(id)
  return file ? <Picture file={file} /> : null
}

export const UnderYourOwnMarkup: StoryObj = {
  render: () => <PictureOf id="plan" />,
  play: async ({ canvas, epilot }) => {
    const picture = await canvas.findByRole<HTMLImageElement>('img', { name: 'Lageplan.pdf' })
    await waitFor(() => expect(picture.naturalWidth).toBeGreaterThan(0))
    await expect(epilot.server.ledger.calls('previewFile')[0]?.url).toContain('w=480')
  },
}

/** Of what epilot does not draw, nobody asks. */
export const WithoutAPicture: StoryObj = {
  render: () => <PictureOf id="drawing" />,
  play: async ({ canvas, epilot }) => {
    await expect(await canvas.findByText('No picture of Lageplan.dwg')).toBeVisible()
    await expect(epilot.server.ledger.count('previewFile')).toBe(0)
  },
}
