import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import type { FileViewerProps } from '../../src/index.js'
import { FileViewer, useEntityFiles } from '../../src/index.js'
import { opportunity, seedOpportunity } from '../support/opportunity.js'
import { withoutPdfViewer } from '../support/without-pdf-viewer.js'

/**
 * Shows saved files, one at a time: PDFs in the browser's own viewer, pictures and documents as epilot draws them, and of
 * all others what they are. `EntityFiles` opens it by Enter, by the eye in a row and by its menu; it is for places of your
 * own.
 *
 * The storage of these stories answers to no frame, so that PDFs show as they do in browsers without a viewer for them: by
 * their first page.
 */
const meta = {
  title: 'Components/FileViewer',
  component: FileViewer,
  args: { files: [], fileId: '', onChange: fn(), onClose: fn() },
  argTypes: { files: { control: false }, fileId: { control: 'text' } },
  parameters: { epilot: { seed: seedOpportunity } },
  beforeEach: withoutPdfViewer,
  render: (args) => <OfAnOpportunity {...args} />,
} satisfies Meta<typeof FileViewer>
export default meta

type Story = StoryObj<typeof meta>

/** The files of an opportunity; `fileId` is the name of the one to begin with. */
function OfAnOpportunity({ fileId, onChange, ...props }: FileViewerProps) {
  const { data } = useEntityFiles(opportunity)
  const [shownId, setShownId] = useState<string | null>(null)
  const begin = data?.files.find(({ filename }) => filename === fileId) ?? data?.files[0]
  if (!data || !begin) return null
  return (
    <FileViewer
      {...props}
      files={data.files}
      fileId={shownId ?? begin._id}
      onChange={(id) => {
        onChange(id)
        setShownId(id)
      }}
    />
  )
}

/** A picture fits its place; + - 0 and the buttons zoom it. */
export const APicture: Story = {
  args: { fileId: 'Zählerfoto_2026-03.jpg' },
  play: async ({ args, canvas }) => {
    const dialog = await canvas.findByRole('dialog', { name: args.fileId })
    const picture = await within(dialog).findByRole('img', { name: args.fileId })
    const { width } = picture.getBoundingClientRect()
    await userEvent.keyboard('++')
    await waitFor(() => expect(picture.getBoundingClientRect().width).toBeGreaterThan(width * 1.4))
    await expect(within(dialog).getByText(/^150/)).toBeInTheDocument()
    await userEvent.keyboard('0')
    await waitFor(() => expect(picture.getBoundingClientRect().width).toBe(width))
  },
}

/** Of a document its first page, where the browser shows no PDF itself. */
export const ADocument: Story = { args: { fileId: 'Angebot_PV-Speicher.pdf' } }

/** The arrow keys lead in the direction one reads, Home and End to the ends, Escape out. */
export const WalkThroughFiles: Story = {
  args: { fileId: 'Angebot_PV-Speicher.pdf' },
  play: async ({ args, canvas, canvasElement }) => {
    await canvas.findByRole('dialog', { name: 'Angebot_PV-Speicher.pdf' })
    const { direction } = getComputedStyle(canvasElement.querySelector('dialog') as Element) // it is there
    await userEvent.keyboard(direction === 'rtl' ? '{ArrowLeft}' : '{ArrowRight}')
    await canvas.findByRole('dialog', { name: 'Zählerfoto_2026-03.jpg' })
    await userEvent.keyboard('{End}')
    await canvas.findByRole('dialog', { name: /^Allgemeine/ })
    await userEvent.keyboard('{Home}')
    await canvas.findByRole('dialog', { name: 'Angebot_PV-Speicher.pdf' })
    await expect(args.onChange).toHaveBeenCalledTimes(3)
    await userEvent.keyboard('{Escape}')
    await expect(args.onClose).toHaveBeenCalledOnce()
  },
}

/** What nobody can show is told by its kind, and can be downloaded. */
export const NoPreview: Story = {
  args: { fileId: 'Lageplan_Trafostation.dwg' },
  play: async ({ args, canvas, words }) => {
    const dialog = within(await canvas.findByRole('dialog', { name: args.fileId }))
    await expect(
      dialog.getAllByRole('button', { name: words.forFile(words.download, args.fileId) }),
    ).toHaveLength(2)
  },
}

/** A file that stays elsewhere says where, and opens there. */
export const ElsewhereThanInEpilot: Story = {
  args: { fileId: 'Netzplan Quartier Süd' },
  parameters: {
    epilot: {
      seed: (epilot) => {
        seedOpportunity(epilot)
        const link = epilot.server.addFile({
          filename: 'Netzplan Quartier Süd',
          custom_download_url: 'https://contoso.sharepoint.com/sites/netz/Netzplan-Sued.pdf',
          _created_at: '2026-03-14T09:00:00Z',
        })
        epilot.server.relate(opportunity, [link])
      },
    },
  },
  play: async ({ args, canvas }) => {
    const dialog = within(await canvas.findByRole('dialog', { name: args.fileId }))
    await expect(dialog.getByText(/contoso\.sharepoint\.com/)).toBeVisible()
  },
}

/** epilot says no: why stands in the picture's place, and it can be tried again. */
export const NotShown: Story = {
  args: { fileId: 'Zählerfoto_2026-03.jpg' },
  parameters: {
    epilot: {
      seed: (epilot) => {
        seedOpportunity(epilot)
        // Those of the title and of the stage.
        epilot.server.failNext('previewFile', { status: 403 })
        epilot.server.failNext('previewFile', { status: 403 })
      },
    },
  },
  play: async ({ args, canvas, words }) => {
    const dialog = within(await canvas.findByRole('dialog', { name: args.fileId }))
    await userEvent.click(await dialog.findByRole('button', { name: words.tryAgain }))
    const picture = await dialog.findByRole('img', { name: args.fileId })
    await waitFor(() => expect(picture).toBeVisible())
  },
}
