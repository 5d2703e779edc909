import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import type { FileEntity } from '../../src/index.js'
import { FileList, useFileUpload, useMessages, useSelected, useSelection } from '../../src/index.js'
import { aFile, aFileEntity } from '../../src/testing.js'
import { plain } from '../support/plain.js'
import { UploadRow } from '../support/upload-row.js'

/**
 * A list of files, on their way (`upload`) or stored (`file`). Parts show nothing where they have nothing to say, so one
 * set of them does for every state; a tick renders the parts of its own row that changed, and no other.
 */
const meta = {
  title: 'Parts/FileList',
  component: FileList.Root,
} satisfies Meta<typeof FileList.Root>
export default meta

type Story = StoryObj<typeof meta>

const offer = aFileEntity({
  filename: 'Angebot_PV-Speicher.pdf',
  size_bytes: 1_300_000,
  versions: [{}, {}, {}],
  _tags: ['Offer', 'Signed'],
})
const terms = aFileEntity({
  filename: 'Allgemeine_Geschäftsbedingungen_für_die_Belieferung_mit_Strom_v7.pdf',
  size_bytes: 640_000,
  access_control: 'public-read',
})
const plan = aFileEntity({
  filename: 'Netzplan Quartier Süd',
  size_bytes: 0,
  custom_download_url: 'https://contoso.sharepoint.com/sites/netz/netzplan',
})
const arabic = aFileEntity({ filename: 'عقد_توريد_الكهرباء_2026.pdf', size_bytes: 912_000 })

function StoredRow({ file }: { readonly file: FileEntity }) {
  return (
    <FileList.Item file={file}>
      <FileList.Thumb />
      <FileList.Main>
        <FileList.Title>
          <FileList.Name />
          <FileList.Badges />
        </FileList.Title>
        <FileList.Meta>
          <FileList.Tags />
          <FileList.Date />
          <FileList.Size />
        </FileList.Meta>
      </FileList.Main>
      <FileList.Actions>
        <FileList.DownloadButton />
      </FileList.Actions>
    </FileList.Item>
  )
}

/** Version, place and visibility are told before anybody shares a file. A long name is cut in its middle. */
export const StoredFiles: Story = {
  args: { 'aria-label': 'Files' },
  render: (args) => (
    <FileList.Root {...args} className="ef-panel">
      {[offer, terms, plan, arabic].map((file) => (
        <StoredRow key={file._id} file={file} />
      ))}
    </FileList.Root>
  ),
  play: async ({ canvas, words }) => {
    await expect(canvas.getAllByRole('listitem')).toHaveLength(4)
    await expect(canvas.getByText(words.version(3))).toBeVisible()
    await expect(canvas.getByText(words.public)).toBeVisible()
    await expect(canvas.getByText('SharePoint')).toBeVisible()
  },
}

/** Columns where there is room, the very same elements in two lines where there is none. */
export const AsATable: Story = { ...StoredFiles, args: { 'aria-label': 'Files', layout: 'table' } }

export const Compact: Story = { ...StoredFiles, args: { 'aria-label': 'Files', density: 'compact' } }

export const Micro: Story = { ...StoredFiles, args: { 'aria-label': 'Files', density: 'micro' } }

/** Marks that turn text round are shown, not obeyed: this file ends in `.exe`, and looks like it. */
export const NamesThatDeceive: Story = {
  args: { 'aria-label': 'Files' },
  render: (args) => (
    <FileList.Root {...args} className="ef-panel">
      <StoredRow
        file={aFileEntity({ filename: 'Rechnung_\u202efdp.exe', mime_type: 'application/x-msdownload' })}
      />
    </FileList.Root>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByTitle('Rechnung_\ufffdfdp.exe')).toBeVisible()
  },
}

function TwoUploads(props: { readonly 'aria-label'?: string | undefined }) {
  const { uploads } = useFileUpload({ scope: 'two uploads' })
  return (
    <FileList.Root {...props} className="ef-panel">
      {uploads.map((upload) => (
        <UploadRow key={upload.id} upload={upload} />
      ))}
    </FileList.Root>
  )
}

/** Cancel by keyboard: the focus goes on to where the next step is, and is never lost. */
export const UploadsOnTheirWay: Story = {
  args: { 'aria-label': 'Uploads' },
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      seed: async ({ client, put }) => {
        const files = ['Begehung_Heizraum.mp4', 'Netzanschlussvertrag.pdf'].map((name) =>
          aFile({ name, type: '', sizeBytes: 212_000_000 }),
        )
        client.uploads.add(files, { scope: 'two uploads' })
        ;(await put.next()).progress(96_000_000)
        ;(await put.next()).progress(12_000_000)
      },
    },
  },
  render: (args) => <TwoUploads aria-label={args['aria-label']} />,
  play: async ({ canvas, canvasElement, words }) => {
    await expect(canvas.getByText(plain(words.percent(45)))).toBeVisible()
    canvas.getByRole('button', { name: words.forFile(words.cancel, 'Netzanschlussvertrag.pdf') }).focus()
    await userEvent.keyboard('{Enter}')
    await expect(canvas.getByText(words.canceled)).toBeVisible()
    await waitFor(() => expect(canvasElement).toContainElement(document.activeElement as HTMLElement))
  },
}

/** Your own row: a few parts, your words. `data-status` on the item tells your styles what goes on. */
export const YourOwnRow: Story = {
  ...UploadsOnTheirWay,
  render: () => <OwnRows />,
  play: async ({ canvas, words }) => {
    await expect(canvas.getByText(plain(words.percent(45)))).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Stop Begehung_Heizraum.mp4' }))
    await expect(canvas.getAllByRole('listitem')[0]).toHaveAttribute('data-status', 'canceled')
  },
}

function OwnRows() {
  const { uploads } = useFileUpload({ scope: 'two uploads' })
  return (
    <FileList.Root aria-label="Videos" className="ef-panel">
      {uploads.map((upload) => (
        <FileList.Item key={upload.id} upload={upload}>
          <FileList.Main>
            <FileList.Name />
            <FileList.Meta>
              <FileList.Status />
            </FileList.Meta>
          </FileList.Main>
          <FileList.Actions>
            <FileList.CancelButton aria-label={`Stop ${upload.file.name}`}>Stop</FileList.CancelButton>
          </FileList.Actions>
        </FileList.Item>
      ))}
    </FileList.Root>
  )
}

/** Rows that can be chosen: by checkbox, with Shift all up to one; a choice renders its own row and no other. */
export const Selection: Story = {
  args: { 'aria-label': 'Files' },
  render: () => <ChosenFiles />,
  play: async ({ canvas, words }) => {
    const box = (name: string) => canvas.getByRole('checkbox', { name: words.selectFile(name) })
    await userEvent.click(box(offer.filename))
    await expect(canvas.getByText(words.selected(1))).toBeVisible()
    await expect(canvas.getAllByRole('listitem')[0]).toHaveAttribute('data-selected')
  },
}

const someFiles = [offer, terms, plan, arabic]
const someKeys = someFiles.map(({ _id }) => _id)

function ChosenFiles() {
  const selection = useSelection(someKeys)
  const selected = useSelected(selection, someKeys)
  const { selected: words } = useMessages()
  return (
    <section className="ef-panel" aria-label="Files">
      <p className="ef-bar">{words(selected.length)}</p>
      <FileList.Root aria-label="Files" selection={selection} query="netz">
        <FileList.Rows items={someFiles} keyOf={({ _id }) => _id}>
          {(file) => (
            <FileList.Item file={file}>
              <FileList.Checkbox />
              <FileList.Thumb />
              <FileList.Main>
                <FileList.Name />
                <FileList.Meta>
                  <FileList.Size />
                </FileList.Meta>
              </FileList.Main>
            </FileList.Item>
          )}
        </FileList.Rows>
      </FileList.Root>
    </section>
  )
}
