import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { FileUpload } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { AppShell } from './app-shell.js'

/**
 * 10,000 meter photos are a normal case. Only the rows in view are in the page, the list is one tab stop (↑ ↓ Home End
 * PgUp PgDn), and what sums it up and finds some of it stays on top.
 */
const meta: Meta<typeof FileUpload> = {
  title: 'Scenes/Ten thousand files',
  component: FileUpload,
  tags: ['!autodocs'],
  args: { scope: 'meter photos', label: 'Meter photos', density: 'compact' },
  render: (args) => (
    <AppShell
      path={['Campaigns', 'Meter exchange 2026']}
      title="Meter exchange 2026"
      tabs={['Files']}
      tab="Files"
      details={{ Meters: '10,000', Region: 'Musterstadt', 'Grid operator': 'Musternetz GmbH' }}
    >
      <FileUpload {...args} />
    </AppShell>
  ),
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      seed: async ({ client, put, server }) => {
        const photo = new Blob([new Uint8Array(2_800_000)])
        const photos = Array.from({ length: 10_000 }, (_, index) => {
          const name = `Zaehlerfoto_${String(index + 1).padStart(5, '0')}.jpg`
          return new File([photo], name, { type: 'image/jpeg' })
        })
        const uploads = client.uploads.add(photos, { scope: 'meter photos', autoStart: false })
        server.failNext('saveFileV2', { status: 403 })
        for (const upload of uploads.slice(0, 7)) upload.start()
        for (let sent = 0; sent < 4; sent++) (await put.next()).finish()
        ;(await put.next()).progress(2_000_000)
        ;(await put.next()).progress(300_000)
      },
    },
  },
}
export default meta

type Story = StoryObj<typeof meta>

/** Walk them, or go to the end at once. */
export const TenThousandFiles: Story = {
  play: async ({ canvas, canvasElement }) => {
    const list = await canvas.findByRole('list', { name: 'Uploads' })
    await waitFor(() => expect(list.children.length).toBeLessThan(40))
    const first = within(list).getAllByRole('listitem')[0]
    await expect(first).toHaveAttribute('aria-setsize', '10000')
    await expect(await canvas.findByText(/^1 to 1\d of 10,000$/)).toBeVisible()

    first?.focus()
    await userEvent.keyboard('{End}')
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Zaehlerfoto_10000.jpg'))
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1500)
    await userEvent.keyboard('{Home}')
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Zaehlerfoto_00001.jpg'))
  },
}

/** Found as one types, without regard to case and accents, and marked in the names. */
export const Find: Story = {
  play: async ({ canvas, canvasElement }) => {
    await userEvent.type(await canvas.findByRole('searchbox'), '041')
    await expect(await canvas.findByText('120 found')).toBeVisible()
    await waitFor(() => expect(canvasElement.querySelector('mark')).toHaveTextContent('041'))
  },
}

/** Says so, and leads back. */
export const NothingFound: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(await canvas.findByRole('searchbox'), 'wallbux')
    await expect(await canvas.findByText('No file called “wallbux”')).toBeVisible()
  },
}

/** Only what needs somebody; the chip counts along while the others go on. */
export const NeedAttention: Story = {
  play: async ({ canvas, words }) => {
    await userEvent.click(await canvas.findByRole('button', { name: words.filterAttention(1) }))
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(1))
  },
}

/** With `selectable`: Space chooses, Shift and the arrow keys extend, Ctrl+A chooses all, Esc none. */
export const ChooseMany: Story = {
  args: { selectable: true },
  play: async ({ canvas, words }) => {
    const list = await canvas.findByRole('list', { name: 'Uploads' })
    await waitFor(() => expect(list.children.length).toBeLessThan(40))
    within(list).getAllByRole('listitem')[6]?.focus()
    await userEvent.keyboard(' {Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    await expect(await canvas.findByText(words.selected(3))).toBeVisible()
  },
}

/** A few rows scroll with the page, and what sums them up stays on top. */
export const AFewRows: Story = {
  args: { scope: 'a few', density: 'comfortable' },
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      seed: ({ client }) => {
        const photos = Array.from({ length: 24 }, (_, index) => aFile({ name: `Dachfoto_${index + 1}.jpg` }))
        client.uploads.add(photos, { scope: 'a few', autoStart: false })
      },
    },
  },
  play: async ({ canvas, words }) => {
    await expect(await canvas.findByText(words.uploadingFiles(0, 24))).toBeVisible()
    await expect(await canvas.findByRole('searchbox')).toBeVisible()
  },
}
