import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { AttachToEntity } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { dragFiles, pickFiles } from '../support/give-files.js'
import { NewOpportunity } from '../support/new-opportunity.js'
import { opportunity, seedElsewhere, seedOpportunity, seedPowerOfAttorney } from '../support/opportunity.js'
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
    await waitFor(() => expect(epilot.server.filesOf(opportunity)).toHaveLength(10))
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
    await waitFor(() => expect(epilot.server.filesOf(opportunity)).toHaveLength(12))
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
    const again = await canvas.findByRole('button', { name: words.forFile(words.tryAgain, 'Vollmacht.pdf') })
    await userEvent.click(again)
    await waitFor(() => expect(epilot.server.filesOf(opportunity)).toHaveLength(10))
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

/** What is already in epilot is found and attached at once, without a byte being sent; Undo takes it off again. */
export const AttachExisting: Story = {
  parameters: {
    epilot: {
      seed(epilot) {
        seedOpportunity(epilot)
        seedElsewhere(epilot)
      },
    },
  },
  play: async ({ canvas, epilot, words }) => {
    const { adding, collection } = words
    await canvas.findByTitle('Netzanschlussvertrag.pdf')
    await userEvent.click(canvas.getByRole('button', { name: adding.attachExisting }))
    const dialog = within(await canvas.findByRole('dialog', { name: collection.attachExisting }))
    await userEvent.click(
      await dialog.findByRole('checkbox', { name: words.selectFile('Netzplan_Quartier_Sued.pdf') }),
    )
    await userEvent.click(dialog.getByRole('button', { name: collection.attachFiles(1) }))
    await waitFor(() => expect(epilot.server.filesOf(opportunity)).toHaveLength(10))
    const toast = await canvas.findByText(collection.attached(1, 'Netzplan_Quartier_Sued.pdf'))
    await waitFor(() => expect(toast).toBeVisible())
    await expect(canvas.getByRole('button', { name: words.undo })).toBeVisible()
  },
}

/** A file that stays where it is: epilot keeps its address. Its row says where it lies, and opens in a tab of its own. */
export const AddALink: Story = {
  play: async ({ canvas, epilot, words }) => {
    const { adding } = words
    const address = 'https://contoso.sharepoint.com/sites/netz/Netzplan%20Quartier%20S%C3%BCd.pdf?web=1'
    await canvas.findByTitle('Netzanschlussvertrag.pdf')
    await userEvent.click(canvas.getByRole('button', { name: adding.addLink }))
    const dialog = within(await canvas.findByRole('dialog', { name: adding.linkTitle }))
    await userEvent.type(dialog.getByLabelText(adding.address), address)
    await expect(dialog.getByLabelText(adding.name)).toHaveValue('Netzplan Quartier Süd.pdf')
    await userEvent.click(dialog.getByRole('button', { name: adding.saveLink }))
    await expect(await canvas.findByText('SharePoint')).toBeVisible()
    await expect(
      canvas.getByRole('button', { name: words.forFile(adding.openInTab, 'Netzplan Quartier Süd.pdf') }),
    ).toBeVisible()
    await waitFor(() => expect(epilot.server.filesOf(opportunity)).toHaveLength(10))
    const saved = epilot.server.files().find(({ custom_download_url }) => custom_download_url === address)
    await expect(saved).toMatchObject({ access_control: 'private', size_bytes: 0 })
  },
}

/** Tags for all that is added next, some offered, some one's own; each file can have others until it is saved. */
export const TagsForNewFiles: Story = {
  args: { tags: ['Contract', 'Plan', 'Meter photo'] },
  parameters: { epilot: { bytesPerSecond: 'by-hand' } },
  play: async ({ canvas, canvasElement, epilot, words }) => {
    const { adding } = words
    await canvas.findByTitle('Netzanschlussvertrag.pdf')
    const chips = within(await canvas.findByRole('group', { name: adding.tagsForNew }))
    await userEvent.click(chips.getByRole('button', { name: 'Contract' }))
    await userEvent.type(chips.getByRole('textbox', { name: adding.newTag }), 'Grid{Enter}')
    await pickFiles(canvasElement, [
      aFile({ name: 'Vollmacht.pdf', sizeBytes: 400_000 }),
      aFile({ name: 'Lageplan.pdf', sizeBytes: 200_000 }),
    ])
    const [first, second] = [await epilot.put.next(), await epilot.put.next()]
    first.progress(180_000)

    await userEvent.click(
      await canvas.findByRole('button', {
        name: `${words.forFile(adding.editTags, 'Lageplan.pdf')}: Contract, Grid`,
      }),
    )
    const dialog = within(await canvas.findByRole('dialog', { name: adding.tagsOf('Lageplan.pdf') }))
    await userEvent.click(dialog.getByRole('button', { name: 'Contract' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Plan' }))
    await userEvent.click(dialog.getByRole('button', { name: adding.done }))
    second.finish()
    const tagsOf = (name: string) => epilot.server.files().find(({ filename }) => filename === name)?._tags
    await waitFor(() => expect(tagsOf('Lageplan.pdf')).toEqual(['Grid', 'Plan']))
  },
}

const powerOfAttorney = { ...opportunity, attribute: 'power_of_attorney' }

/** The attribute holds one file, and has it: what comes is asked about first. The old one stays in epilot. */
export const OneFile: Story = {
  args: { entity: powerOfAttorney },
  parameters: { epilot: { seed: seedPowerOfAttorney } },
  play: async ({ canvas, canvasElement, epilot, words }) => {
    const { adding } = words
    await canvas.findByTitle('Vollmacht_2025.pdf')
    await pickFiles(canvasElement, aFile({ name: 'Vollmacht_unterschrieben.pdf', sizeBytes: 640_000 }))
    const question = await canvas.findByRole('alertdialog', {
      name: adding.replaceTitle(1, 'Vollmacht_2025.pdf'),
    })
    await waitFor(() => expect(within(question).getByRole('button', { name: adding.keepOld })).toHaveFocus())
    await expect(epilot.server.ledger.count('uploadFileV2')).toBe(0)
  },
}

/** The new one is uploaded and attached, and only then the old one goes. Undo brings it back. */
export const Replaced: Story = {
  ...OneFile,
  play: async (context) => {
    await OneFile.play?.(context)
    const { canvas, epilot, words } = context
    await userEvent.click(canvas.getByRole('button', { name: words.adding.replace }))
    const said = words.adding.replaced('Vollmacht_unterschrieben.pdf', 1, 'Vollmacht_2025.pdf')
    const toast = await canvas.findByText(said)
    await waitFor(() => expect(toast).toBeVisible())
    const names = () => epilot.server.filesOf(powerOfAttorney).map(({ filename }) => filename)
    await expect(names()).toEqual(['Vollmacht_unterschrieben.pdf'])
    await expect(epilot.server.files()).toHaveLength(2)
    await userEvent.click(canvas.getByRole('button', { name: words.undo }))
    await waitFor(() => expect(names()).toEqual(['Vollmacht_2025.pdf']))
  },
}

/** Without an `id` files are saved at once, and the form that creates the entity gets their relation. */
export const ForANewOpportunity: Story = {
  render: () => <NewOpportunity />,
  parameters: { epilot: { seed: seedElsewhere } },
  play: async ({ canvas, canvasElement, words }) => {
    const { adding, collection } = words
    await pickFiles(canvasElement, aFile({ name: 'Vollmacht.pdf', sizeBytes: 40_000 }))
    await expect(await canvas.findByText('1', { selector: 'output' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: adding.attachExisting }))
    const dialog = within(await canvas.findByRole('dialog', { name: collection.attachExisting }))
    await userEvent.click(
      await dialog.findByRole('checkbox', { name: words.selectFile('Bauzeitenplan.xlsx') }),
    )
    await userEvent.click(dialog.getByRole('button', { name: collection.attachFiles(1) }))
    await expect(canvas.getByText('2', { selector: 'output' })).toBeVisible()
  },
}
