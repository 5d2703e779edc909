import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import { AttachToEntity } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { dragFiles, pickFiles } from '../support/give-files.js'
import { opportunity, seedOpportunity } from '../support/opportunity.js'
import { uploadArgTypes } from '../support/upload-arg-types.js'

/**
 * The files of a business entity, and a place to put more. A drop anywhere on it uploads, saves and attaches; the finished
 * upload hands its place over to the list. Uploads belong to the client: leaving the page inside your app stops nothing.
 */
const meta = {
  title: 'Components/AttachToEntity',
  component: AttachToEntity,
  argTypes: uploadArgTypes,
  args: { entity: opportunity },
  parameters: { epilot: { seed: seedOpportunity } },
} satisfies Meta<typeof AttachToEntity>
export default meta

type Story = StoryObj<typeof meta>

/** Pick a file: it is sent, saved, attached, and then stands among the others. */
export const FilesOfAnOpportunity: Story = {
  play: async ({ canvas, canvasElement, epilot, words }) => {
    await canvas.findByText('Netzanschlussvertrag.pdf')
    await pickFiles(canvasElement, aFile({ name: 'Vollmacht.pdf', sizeBytes: 200_000 }))
    await waitFor(() => expect(epilot.server.filesOf(opportunity)).toHaveLength(10), { timeout: 5000 })
    const download = words.forFile(words.download, 'Vollmacht.pdf')
    await expect(await canvas.findByRole('button', { name: download })).toBeVisible()
  },
}

/** Where there is nothing yet, the drop zone is as large as the empty list. */
export const NothingAttachedYet: Story = {
  args: { help: 'Any type · up to 5 GB each' },
  parameters: { epilot: { seed: () => {} } },
  play: async ({ canvas, words }) => {
    await expect(await canvas.findByText(words.dropOrChoose)).toBeVisible()
  },
}

/** Anything dragged over the panel is caught by all of it. */
export const DropAnywhere: Story = {
  play: async ({ canvas, canvasElement, epilot, words }) => {
    await canvas.findByText('Netzanschlussvertrag.pdf')
    const files = ['a', 'b', 'c'].map((name) => aFile({ name: `Scan_${name}.pdf`, sizeBytes: 40_000 }))
    const drop = dragFiles(canvasElement, files, '.ef-row')
    await expect(await canvas.findByText(words.dropToAttach(3))).toBeVisible()
    drop()
    await waitFor(() => expect(epilot.server.filesOf(opportunity)).toHaveLength(12), { timeout: 5000 })
  },
}

/** The file is safe in epilot, only the relation was refused: the row says so, and nothing is sent again. */
export const SavedButNotAttached: Story = {
  parameters: {
    epilot: {
      seed: (epilot) => {
        seedOpportunity(epilot)
        epilot.server.failNext('addRelations', { status: 403 })
      },
    },
  },
  play: async ({ canvas, canvasElement, epilot, words }) => {
    await canvas.findByText('Netzanschlussvertrag.pdf')
    await pickFiles(canvasElement, aFile({ name: 'Vollmacht.pdf', sizeBytes: 40_000 }))
    const again = await canvas.findByRole(
      'button',
      { name: words.forFile(words.tryAgain, 'Vollmacht.pdf') },
      { timeout: 5000 },
    )
    await userEvent.click(again)
    await waitFor(() => expect(epilot.server.filesOf(opportunity)).toHaveLength(10), { timeout: 5000 })
    await expect(epilot.server.ledger.count('saveFileV2')).toBe(1)
  },
}

/** A list that cannot be loaded says why, and tries again when asked. */
export const ListNotLoaded: Story = {
  parameters: {
    epilot: {
      seed: (epilot) => {
        seedOpportunity(epilot)
        epilot.server.failNext('getRelationsV3', { status: 404 })
      },
    },
  },
  play: async ({ canvas, words }) => {
    await userEvent.click(await canvas.findByRole('button', { name: words.loadAgain }))
    await expect(await canvas.findByTitle('Netzanschlussvertrag.pdf')).toBeVisible()
  },
}

/** Who may only look gets the list and its downloads, and is told why nothing can be added. */
export const OnlyToLookAt: Story = {
  args: { disabled: true },
  play: async ({ canvas, words }) => {
    await canvas.findByText('Netzanschlussvertrag.pdf')
    await expect(canvas.getByRole('button', { name: words.chooseFiles })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await expect(canvas.getByText(words.cannotAdd)).toBeVisible()
  },
}

/** Files come a page at a time. */
export const TwoHundredFiles: Story = {
  args: { title: 'Scans' },
  parameters: {
    epilot: {
      seed: ({ server }) => {
        const scans = Array.from({ length: 240 }, (_, index) =>
          server.addFile({
            filename: `Scan_${String(240 - index).padStart(3, '0')}.pdf`,
            size_bytes: 180_000 + index * 1000,
            _created_at: new Date(Date.UTC(2026, 2, 12) - index * 3_600_000).toISOString(),
          }),
        )
        server.relate(opportunity, scans)
      },
    },
  },
  play: async ({ canvas, words }) => {
    await canvas.findByText('Scan_240.pdf')
    await userEvent.click(canvas.getByRole('button', { name: words.showMore }))
    await expect(await canvas.findByText(words.filesShown(200, 240))).toBeVisible()
  },
}
