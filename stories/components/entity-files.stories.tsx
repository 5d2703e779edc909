import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test'
import type { StoryEpilot } from '../../.storybook/story-epilot.js'
import type { Messages } from '../../src/index.js'
import { EntityFiles } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { adoptInAllStates } from '../support/in-all-states.js'
import { dragFiles, dragOver, pickFiles, pickNext } from '../support/give-files.js'
import {
  opportunity,
  seedElsewhere,
  seedLabels,
  seedOpportunity,
  seedPowerOfAttorney,
  seedSitePhotos,
} from '../support/opportunity.js'
import { withoutPdfViewer } from '../support/without-pdf-viewer.js'
import { uploadArgTypes } from '../support/upload-arg-types.js'

/**
 * The Files tab of a business entity: list or cards, sorted, searched, filtered; one or many files downloaded, taken off
 * with undo, deleted after a question. ↑ ↓ Home End walk the list, Space chooses, Shift extends, Enter previews, F2 renames,
 * Delete takes off.
 */
const meta = {
  title: 'Components/EntityFiles',
  component: EntityFiles,
  argTypes: uploadArgTypes,
  args: { entity: opportunity, targetName: 'Opportunity 1043' },
  parameters: { epilot: { seed: seedOpportunity } },
  beforeEach: withoutPdfViewer,
} satisfies Meta<typeof EntityFiles>
export default meta

type Story = StoryObj<typeof meta>

const namesIn = (element: HTMLElement) =>
  [...element.querySelectorAll('.ef-name')].map((name) => name.textContent)

/** What an opportunity has gathered after some weeks. Try the keyboard, a drop, the menus. */
export const FilesOfAnOpportunity: Story = {}

/** Sorted by name, then found by a few letters. */
export const SortAndFind: Story = {
  play: async ({ canvas, canvasElement, words }) => {
    await canvas.findByTitle('Netzanschlussvertrag.pdf')
    await userEvent.click(canvas.getByRole('button', { name: words.collection.sort }))
    await userEvent.click(canvas.getByRole('menuitemradio', { name: words.collection.sortFields.name }))
    await expect(namesIn(canvasElement)[0]).toMatch(/^Allgemeine/)

    await userEvent.type(canvas.getByRole('searchbox'), 'lage')
    await waitFor(() => expect(namesIn(canvasElement)).toHaveLength(2))
  },
}

/** The list follows while the popup is open; each filter can be taken away by itself. */
export const Filtered: Story = {
  play: async ({ canvas, canvasElement, words }) => {
    await canvas.findByTitle('Netzanschlussvertrag.pdf')
    await userEvent.click(canvas.getByRole('button', { name: words.collection.filter }))
    const popup = within(canvas.getByRole('dialog', { name: words.collection.filter }))
    await userEvent.click(popup.getByRole('checkbox', { name: new RegExp(words.collection.kinds.pdf) }))
    await userEvent.click(popup.getByRole('checkbox', { name: /Contract/ }))
    await userEvent.click(popup.getByRole('button', { name: words.collection.showFiles(2) }))
    await waitFor(() => expect(namesIn(canvasElement)).toHaveLength(2))
    await expect(canvas.getByText(words.collection.shownOf(2, 9))).toBeVisible()
  },
}

/** What was added of late: in the last seven days, or this month. */
export const AddedOfLate: Story = {
  parameters: {
    epilot: {
      seed: (epilot) => {
        seedOpportunity(epilot)
        const now = new Date().toISOString()
        const name = { filename: 'Vollmacht_unterschrieben.pdf', size_bytes: 412_000, _created_at: now }
        epilot.server.relate(opportunity, [epilot.server.addFile(name)])
      },
    },
  },
  play: async ({ canvas, canvasElement, words }) => {
    const { collection } = words
    await canvas.findByTitle('Netzanschlussvertrag.pdf')
    await userEvent.click(canvas.getByRole('button', { name: collection.filter }))
    const added = within(canvas.getByRole('radiogroup', { name: collection.sortFields.added }))
    await userEvent.click(added.getByRole('radio', { name: collection.lastDaysShort }))
    await waitFor(() => expect(namesIn(canvasElement)).toHaveLength(1))
    await expect(canvas.getByText(collection.lastDays)).toBeInTheDocument()
  },
}

/** Enter shows the file of the row; whoever walks on in the viewer comes back to the row of the last one. */
export const Previewed: Story = {
  play: async ({ canvas }) => {
    const name = await canvas.findByTitle('Angebot_PV-Speicher.pdf')
    name.closest('li')?.focus()
    await userEvent.keyboard('{Enter}')
    await canvas.findByRole('dialog', { name: 'Angebot_PV-Speicher.pdf' })
    await userEvent.keyboard('{End}{Escape}')
    await waitFor(() => expect(canvas.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(canvas.getByTitle(/^Allgemeine/).closest('li')).toHaveFocus()
    await userEvent.keyboard('{Home}{Enter}')
    const dialog = within(await canvas.findByRole('dialog', { name: 'Angebot_PV-Speicher.pdf' }))
    await expect(await dialog.findByRole('img')).toBeInTheDocument()
  },
}

/** Some are chosen; what can be done to all of them stands above. */
export const Chosen: Story = {
  play: async ({ canvas, words }) => {
    const user = userEvent.setup()
    await user.click(await canvas.findByRole('checkbox', { name: words.selectFile('Dach_Suedseite.jpg') }))
    await user.keyboard('{Shift>}')
    await user.click(canvas.getByRole('checkbox', { name: words.selectFile('Lastgang_Werk-Nord_2025.xlsx') }))
    await user.keyboard('{/Shift}')
    await expect(canvas.getByRole('group', { name: words.selectedRows })).toHaveTextContent(words.selected(3))
  },
}

/** Delete takes the file off, the next row has the focus, and Undo brings it back where it stood. */
export const TakenOffAndBroughtBack: Story = {
  play: async ({ canvas, canvasElement, epilot, words }) => {
    const name = await canvas.findByTitle('Dach_Suedseite.jpg')
    name.closest('li')?.focus()
    await userEvent.keyboard('{Delete}')
    await waitFor(() => expect(epilot.server.filesOf(opportunity)).toHaveLength(8))
    await expect(canvas.getByTitle('Netzanschlussvertrag.pdf').closest('li')).toHaveFocus()
    await userEvent.click(await canvas.findByRole('button', { name: words.undo }))
    await waitFor(() => expect(epilot.server.filesOf(opportunity)).toHaveLength(9))
    await waitFor(() => expect(namesIn(canvasElement)[2]).toBe('Dach_Suedseite.jpg'))
  },
}

/** Only deleting for good asks before. */
export const DeleteAsks: Story = {
  play: async ({ canvas, words }) => {
    const more = words.forFile(words.collection.moreActions, 'Dach_Suedseite.jpg')
    await userEvent.click(await canvas.findByRole('button', { name: more }))
    await userEvent.click(canvas.getByRole('menuitem', { name: words.collection.deleteFile }))
    const question = canvas.getByRole('alertdialog')
    await expect(within(question).getByRole('button', { name: words.cancel })).toHaveFocus()
  },
}

/**
 * Labels belong to the relation: they are chosen for one file or for many, found among those that other files have here, or
 * new. What is chosen counts however it is closed, and can be undone.
 */
export const Labels: Story = {
  play: async ({ canvas, epilot, words }) => {
    const { collection } = words
    const user = userEvent.setup()
    for (const name of ['Dach_Suedseite.jpg', 'Netzanschlussvertrag.pdf']) {
      await user.click(await canvas.findByRole('checkbox', { name: words.selectFile(name) }))
    }
    await user.click(canvas.getByRole('button', { name: words.forFiles(collection.labels, 2) }))
    const field = await canvas.findByRole('combobox', { name: collection.addLabel })
    await expect(field).toHaveFocus()
    await user.keyboard('Site visit{Enter}{Enter}')
    const undo = await canvas.findByRole('button', { name: words.undo })
    await waitFor(() => expect(undo).toBeVisible())
    await expect(epilot.server.ledger.count('updateRelation')).toBe(2)
    await user.click(canvas.getByRole('button', { name: words.forFiles(collection.labels, 2) }))
    await expect(
      await canvas.findByRole('button', { name: collection.removeLabel('Site visit') }),
    ).toBeVisible()
  },
}

/** While one types: what is there comes first, and a last line makes a new one. */
export const LabelsWhileTyping: Story = {
  parameters: { epilot: { seed: seedLabels } },
  play: async ({ canvas, words }) => {
    const { collection } = words
    const more = words.forFile(collection.moreActions, 'Netzanschlussvertrag.pdf')
    await userEvent.click(await canvas.findByRole('button', { name: more }))
    await userEvent.click(canvas.getByRole('menuitem', { name: collection.editLabels }))
    const field = await canvas.findByRole('combobox', { name: collection.addLabel })
    await userEvent.type(field, 'Si')
    const list = within(canvas.getByRole('listbox', { name: collection.labels }))
    await expect(list.getByRole('option', { name: 'Signed' })).toHaveAttribute('aria-selected', 'true')
    await expect(list.getByRole('option', { name: collection.createLabel('Si') })).toBeVisible()
  },
}

/** What only some of the files have says so: pressed once it is given to all, pressed again it goes from all. */
export const LabelsOfSome: Story = {
  parameters: { epilot: { seed: seedLabels } },
  play: async ({ canvas, words }) => {
    const { collection } = words
    for (const name of ['Dach_Suedseite.jpg', 'Netzanschlussvertrag.pdf', 'Lageplan_Trafostation.dwg']) {
      await userEvent.click(await canvas.findByRole('checkbox', { name: words.selectFile(name) }))
    }
    await userEvent.click(canvas.getByRole('button', { name: words.forFiles(collection.labels, 3) }))
    const partly = await canvas.findByRole('button', { name: collection.labelToAll('Signed', 2, 3) })
    await expect(partly).toHaveTextContent(collection.shownOf(2, 3))
  },
}

/** Many files come as one archive; what cannot be had is told inside. More than 50 are packed by epilot. */
export const DownloadAsZip: Story = {
  play: async ({ canvas, epilot, words }) => {
    epilot.server.failNext('get', { bytesPerSecond: 400_000 })
    for (const name of ['Angebot_PV-Speicher.pdf', 'Zählerfoto_2026-03.jpg', 'Dach_Suedseite.jpg']) {
      await userEvent.click(await canvas.findByRole('checkbox', { name: words.selectFile(name) }))
    }
    await userEvent.click(canvas.getByRole('button', { name: words.forFiles(words.archive.download, 3) }))
    const bar = await canvas.findByRole('group', { name: 'Opportunity 1043.zip' })
    await expect(await within(bar).findByRole('progressbar')).toBeVisible()
    await waitFor(() => expect(bar).toHaveTextContent(words.archive.done))
  },
}

const renameOf = ({ forFile, collection }: Messages, name: string) => forFile(collection.rename, name)

/** F2, or the menu of the row: the name is typed where it stands, and what to open the file with stays. Undo gives it back. */
export const Renamed: Story = {
  play: async ({ canvas, epilot, words }) => {
    const user = userEvent.setup()
    const name = 'Netzanschlussvertrag.pdf'
    const row = (await canvas.findByTitle(name)).closest('li')
    row?.focus()
    await user.keyboard('{F2}')
    const field = canvas.getByRole('textbox', { name: renameOf(words, name) })
    await expect(field).toHaveFocus()
    await user.keyboard('Netzanschlussvertrag_unterschrieben{Enter}')
    const renamed = 'Netzanschlussvertrag_unterschrieben.pdf'
    await expect(row).toHaveFocus()
    await waitFor(() => expect(epilot.server.files().map(({ filename }) => filename)).toContain(renamed))
    const undo = await canvas.findByRole('button', { name: words.undo })
    await waitFor(() => expect(undo).toBeVisible())
  },
}

/** What cannot be a name is said before anything is sent, and stays in the field. */
export const NoNameForAFile: Story = {
  play: async ({ canvas, epilot, words }) => {
    const name = 'Netzanschlussvertrag.pdf'
    const more = words.forFile(words.collection.moreActions, name)
    await userEvent.click(await canvas.findByRole('button', { name: more }))
    await userEvent.click(canvas.getByRole('menuitem', { name: words.collection.rename }))
    const field = canvas.getByRole('textbox', { name: renameOf(words, name) })
    await userEvent.keyboard('Vertrag 03/2026{Enter}')
    await expect(canvas.getByText(words.collection.nameProblems.separator)).toBeVisible()
    await expect(field).toHaveFocus()
    await expect(epilot.server.ledger.count('saveFileV2')).toBe(0)
  },
}

/** Who may not rename it sees why, and the name as it is; F2 again offers what was typed. */
export const RenamingRefused: Story = {
  parameters: {
    epilot: {
      seed: (epilot) => {
        seedOpportunity(epilot)
        epilot.server.failNext('saveFileV2', { status: 403 })
      },
    },
  },
  play: async ({ canvas, canvasElement, words }) => {
    const user = userEvent.setup()
    const row = (await canvas.findByTitle('Dach_Suedseite.jpg')).closest('li')
    row?.focus()
    await user.keyboard('{F2}Dach_Nordseite{Enter}')
    await expect(
      await within(canvasElement).findByText(new RegExp(words.steps.update?.happened ?? '')),
    ).toBeVisible()
    await expect(canvas.getByTitle('Dach_Suedseite.jpg')).toBeVisible()
  },
}

/** A card has its field in the same place. */
export const RenamingACard: Story = {
  args: { defaultView: 'grid' },
  play: async ({ canvas, words }) => {
    const user = userEvent.setup()
    const name = 'Angebot_PV-Speicher.pdf'
    const row = (await canvas.findByTitle(name)).closest('li')
    row?.focus()
    await user.keyboard('{F2}')
    await expect(canvas.getByRole('textbox', { name: renameOf(words, name) })).toHaveValue(
      'Angebot_PV-Speicher',
    )
  },
}

/** A link for people without a login is made when somebody says so, and works until it is revoked. */
export const SharedByALink: Story = {
  play: async ({ canvas, epilot, words }) => {
    const { share } = words
    const more = words.forFile(words.collection.moreActions, 'Netzanschlussvertrag.pdf')
    await userEvent.click(await canvas.findByRole('button', { name: more }))
    await userEvent.click(canvas.getByRole('menuitem', { name: share.title }))
    const dialog = within(await canvas.findByRole('dialog', { name: new RegExp(share.title) }))
    const create = await dialog.findByRole('button', { name: share.create })
    await waitFor(() => expect(create).not.toHaveAttribute('aria-disabled'))
    await expect(epilot.server.world.publicLinks.size).toBe(0)
    await userEvent.click(create)
    await expect(await dialog.findByRole('textbox', { name: words.adding.link })).toBeVisible()
    await expect(epilot.server.world.publicLinks.size).toBe(1)
  },
}

/** Where epilot does not list links yet, the dialog says that it cannot know. */
export const SharedOrNot: Story = {
  parameters: {
    epilot: {
      seed: (epilot) => {
        seedOpportunity(epilot)
        epilot.server.setAnswers({ publicLinks: 'not-implemented' })
      },
    },
  },
  play: async ({ canvas, words }) => {
    const more = words.forFile(words.collection.moreActions, 'Netzanschlussvertrag.pdf')
    await userEvent.click(await canvas.findByRole('button', { name: more }))
    await userEvent.click(canvas.getByRole('menuitem', { name: words.share.title }))
    await expect(await canvas.findByText(words.share.unknown)).toBeVisible()
  },
}

/** The same files as cards, with pictures as epilot draws them. The arrow keys follow what one sees. */
export const Cards: Story = {
  args: { defaultView: 'grid' },
  play: async ({ canvas, canvasElement }) => {
    const first = await canvas.findByTitle('Angebot_PV-Speicher.pdf')
    first.closest('li')?.focus()
    await userEvent.keyboard('{ArrowRight} ')
    await expect(canvasElement.querySelectorAll('[data-selected]')).toHaveLength(1)
    await waitFor(() => expect(canvasElement.querySelectorAll('canvas[data-image]')).toHaveLength(4))
  },
}

/**
 * What is on its way stands as cards before the others: its line lies between picture and name, its next step on the
 * picture, and no card grows by what goes on in it.
 */
export const CardsOnTheirWay: Story = {
  args: { defaultView: 'grid' },
  parameters: {
    epilot: {
      async seed(epilot) {
        seedOpportunity(epilot)
        await adoptInAllStates(epilot, opportunity)
      },
    },
  },
  play: async ({ canvas, words }) => {
    await canvas.findByTitle('Dach_Suedseite.jpg')
    const onTheirWay = canvas.getByRole('list', { name: words.uploads })
    const there = canvas.getByRole('list', { name: words.files })
    await expect(onTheirWay).toHaveAttribute('data-layout', 'grid')
    // The columns of both are the same, and the first row below is as near as any.
    const columnsOf = (list: HTMLElement) => getComputedStyle(list).gridTemplateColumns
    await expect(columnsOf(onTheirWay)).toBe(columnsOf(there))
    const lowest = Math.max(...[...onTheirWay.children].map((card) => card.getBoundingClientRect().bottom))
    const gapPx = (there.firstElementChild?.getBoundingClientRect().top ?? 0) - lowest
    await expect(gapPx).toBeCloseTo(parseFloat(getComputedStyle(there).rowGap), 0)
    for (const card of onTheirWay.children) {
      await expect(card.scrollWidth).toBeLessThanOrEqual(card.clientWidth)
    }
    const progress = within(onTheirWay).getByRole('progressbar', { name: 'Drohnenflug_Dachflaeche.mov' })
    const picture = progress.closest('li')?.querySelector('.ef-thumb')
    await expect(progress.getBoundingClientRect().bottom).toBeCloseTo(
      picture?.getBoundingClientRect().bottom ?? 0,
      0,
    )
    await expect(
      within(onTheirWay).getByRole('button', {
        name: words.forFile(words.tryAgain, 'Vollmacht_unterschrieben.pdf'),
      }),
    ).toBeVisible()
  },
}

const withFilesElsewhere = {
  epilot: {
    seed(epilot: StoryEpilot) {
      seedOpportunity(epilot)
      seedElsewhere(epilot)
    },
  },
}

/**
 * What is already in epilot is found and attached, without a byte being sent. A row in view says what its file is attached
 * to; what is here already cannot be chosen.
 */
export const AttachExisting: Story = {
  parameters: withFilesElsewhere,
  play: async ({ canvas, words }) => {
    const { collection } = words
    await canvas.findByTitle('Netzanschlussvertrag.pdf')
    await userEvent.click(canvas.getByRole('button', { name: collection.attachExisting }))
    const dialog = within(await canvas.findByRole('dialog', { name: collection.attachExisting }))
    await userEvent.type(dialog.getByRole('searchbox'), 'plan')
    await userEvent.click(
      await dialog.findByRole('checkbox', { name: words.selectFile('Netzplan_Quartier_Sued.pdf') }),
    )
    await userEvent.click(dialog.getByRole('checkbox', { name: words.selectFile('Bauzeitenplan.xlsx') }))
    await expect(dialog.getByRole('button', { name: collection.attachFiles(2) })).toBeEnabled()
    await expect(await dialog.findByText(collection.andMore('Emre Yıldız', 2))).toBeVisible()
    await expect(await dialog.findByText(collection.notAttachedYet)).toBeVisible()
  },
}

/** The filters are part of the search: how many were found is true of all files, not only of those that are loaded. */
export const AttachExistingFiltered: Story = {
  name: 'Attach existing, filtered',
  parameters: withFilesElsewhere,
  play: async ({ canvas, words }) => {
    const { collection } = words
    await canvas.findByTitle('Netzanschlussvertrag.pdf')
    await userEvent.click(canvas.getByRole('button', { name: collection.attachExisting }))
    const dialog = within(await canvas.findByRole('dialog', { name: collection.attachExisting }))
    await userEvent.click(await dialog.findByRole('button', { name: collection.tag }))
    await userEvent.click(await dialog.findByRole('checkbox', { name: 'Plan' }))
    await userEvent.keyboard('{Escape}')
    await dialog.findByText(collection.foundAndChosen(4, 4, 0))
    await userEvent.click(dialog.getByRole('button', { name: collection.type }))
    await userEvent.click(dialog.getByRole('checkbox', { name: collection.kinds.cad }))
    await userEvent.click(dialog.getByRole('checkbox', { name: collection.kinds.pdf }))
    const popup = within(dialog.getByRole('dialog', { name: collection.type }))
    await expect(await popup.findByRole('button', { name: collection.showFiles(3) })).toBeVisible()
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

/** Why nothing is shown, and the ways on: in all of epilot, or back to all files of here. */
export const NothingFound: Story = {
  parameters: withFilesElsewhere,
  play: async ({ canvas, words }) => {
    await canvas.findByTitle('Netzanschlussvertrag.pdf')
    await userEvent.type(canvas.getByRole('searchbox'), 'wallbux')
    await expect(await canvas.findByText(words.noFileCalled('wallbux'))).toBeVisible()
    await expect(canvas.getByRole('button', { name: words.collection.searchInAll })).toBeVisible()
  },
}

/** What is not here may be in epilot: the picker begins with the same words. */
export const NotHereButInEpilot: Story = {
  name: 'Not here, but in epilot',
  parameters: withFilesElsewhere,
  play: async ({ canvas, words }) => {
    const { collection } = words
    await canvas.findByTitle('Netzanschlussvertrag.pdf')
    await userEvent.type(canvas.getByRole('searchbox'), 'netzplan')
    await userEvent.click(await canvas.findByRole('button', { name: collection.searchInAll }))
    const dialog = within(await canvas.findByRole('dialog', { name: collection.attachExisting }))
    await expect(dialog.getByRole('searchbox')).toHaveValue('netzplan')
    await userEvent.click(
      await dialog.findByRole('checkbox', { name: words.selectFile('Netzplan_Quartier_Sued.pdf') }),
    )
    await expect(dialog.getByRole('button', { name: collection.attachFiles(1) })).toBeEnabled()
  },
}

/** Files can be dropped anywhere; the card names where they will go. */
export const DraggedOver: Story = {
  play: async ({ canvas, canvasElement, words }) => {
    await canvas.findByTitle('Netzanschlussvertrag.pdf')
    dragFiles(
      canvasElement,
      ['a', 'b', 'c'].map((name) => aFile({ name: `${name}.pdf` })),
      '.ef-row',
    )
    await expect(await canvas.findByText(words.dropToAttach(3))).toBeVisible()
  },
}

/**
 * A file that rests on a row for a moment becomes its new version, if it is of the same type; anywhere else it is attached.
 * Without a mouse: "Upload a new version" in the menu of the row.
 */
export const ANewVersionDroppedOnItsRow: Story = {
  name: 'A new version, dropped on its row',
  play: async ({ canvas, epilot, words }) => {
    const { versions } = words
    const row = (await canvas.findByTitle('Angebot_PV-Speicher.pdf')).closest('li') as HTMLElement

    const drop = dragOver(row, [aFile({ name: 'Angebot_PV-Speicher_neu.pdf', sizeBytes: 1_400_000 })])
    await expect(await canvas.findByText(words.dropToAttach(1))).toBeVisible()
    await expect(await canvas.findByText(versions.drop(4))).toBeVisible()
    await expect(canvas.queryByText(words.dropToAttach(1))).not.toBeInTheDocument()
    drop()
    await within(row).findByText(words.version(4))
    await expect(await canvas.findByText(versions.added(4, 'Angebot_PV-Speicher.pdf'))).toBeInTheDocument()

    const more = words.forFile(words.collection.moreActions, 'Netzanschlussvertrag.pdf')
    canvas.getByRole('button', { name: more }).focus()
    const picked = pickNext(aFile({ name: 'Netzanschlussvertrag_unterschrieben.pdf', sizeBytes: 940_000 }))
    await userEvent.keyboard('{Enter}{ArrowDown}{ArrowDown}{Enter}')
    await expect(await picked).toBe('.pdf')
    await waitFor(() => expect(epilot.server.ledger.count('saveFileV2')).toBe(2))
    await expect(epilot.server.filesOf(opportunity)).toHaveLength(9)
    await expect(canvas.getByRole('button', { name: more })).toHaveFocus()
  },
}

/** A version has to be of the type of its file; what is told before the drop is only what browsers tell by then. */
export const NoVersionOfThisFile: Story = {
  play: async ({ canvas, words }) => {
    const row = (await canvas.findByTitle('Netzanschlussvertrag.pdf')).closest('li') as HTMLElement
    const drop = dragOver(row, [aFile({ name: 'Vertrag.jpg', type: 'image/jpeg' })])
    const why = words.versions.onlyType('PDF', 2)
    await waitFor(() => expect(row).toHaveAttribute('data-drag', 'reject'))
    await expect(within(row).getByText(why)).toBeVisible()
    drop()
    await expect(await canvas.findByText(new RegExp(`Vertrag.jpg.*${why}`))).toBeVisible()
  },
}

/** What is on its way says what it will be, and of which file where its own name does not say so. */
export const AVersionOnItsWay: Story = {
  parameters: { epilot: { bytesPerSecond: 'by-hand', seed: seedOpportunity } },
  play: async ({ canvas, epilot, words }) => {
    const names = ['Angebot_PV-Speicher.pdf', 'Lageplan_Flurstueck_118-4.pdf']
    const uploads = {
      'Angebot_PV-Speicher.pdf': 'Angebot_PV-Speicher.pdf',
      'Lageplan_Flurstueck_118-4.pdf': 'Plan.pdf',
    }
    for (const name of names) {
      const row = (await canvas.findAllByTitle(name)).at(-1)?.closest('li') as HTMLElement
      const drop = dragOver(row, [
        aFile({ name: uploads[name as keyof typeof uploads], sizeBytes: 4_200_000 }),
      ])
      await waitFor(() => expect(row).toHaveAttribute('data-drag', 'accept'))
      drop()
      const sending = await epilot.put.next()
      sending.progress(0.42 * sending.request.body.size)
    }
    await expect(await canvas.findByText(words.versions.of('Lageplan_Flurstueck_118-4.pdf'))).toBeVisible()
    await expect(canvas.getAllByText(words.version(4))).toHaveLength(1)
  },
}

/** A list that cannot be loaded says why, and tries again when asked. */
export const NotLoaded: Story = {
  parameters: {
    epilot: {
      seed: (epilot) => {
        seedOpportunity(epilot)
        epilot.server.failNext('getRelationsV3', { status: 403 })
      },
    },
  },
  play: async ({ canvas, words }) => {
    await expect(await canvas.findByRole('button', { name: words.loadAgain })).toBeVisible()
  },
}

/** What was loaded stays, and says of when it is. */
export const NotUpToDate: Story = {
  play: async ({ canvas, epilot, words }) => {
    await canvas.findByTitle('Netzanschlussvertrag.pdf')
    epilot.server.failNext('getRelationsV3', { status: 403 })
    await epilot.queryClient.invalidateQueries()
    await expect(await canvas.findByRole('button', { name: words.loadAgain })).toBeVisible()
  },
}

/** Bars in the shape of what will come. */
export const Loading: Story = {
  parameters: {
    epilot: {
      seed: ({ server }) => server.failNext('getRelationsV3', 'hang'),
    },
  },
  play: async ({ canvas, words }) => {
    await expect(await canvas.findByRole('list', { name: words.loading })).toHaveAttribute(
      'aria-busy',
      'true',
    )
  },
}

/** Who may only look gets the list and its downloads, and is told why. */
export const OnlyToLookAt: Story = {
  args: { readOnly: 'Set by the workflow “Grid connection”. It can’t be changed here' },
  play: async ({ canvas, words }) => {
    await canvas.findByTitle('Netzanschlussvertrag.pdf')
    await expect(canvas.queryByRole('button', { name: words.collection.addFiles })).not.toBeInTheDocument()
  },
}

/** One is on its way, one may not be taken off: each says so in its row. */
export const InTheMiddle: Story = {
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      seed: (epilot) => {
        seedOpportunity(epilot)
        epilot.server.failNext('deleteRelation', { status: 403 })
      },
    },
  },
  play: async ({ canvas, canvasElement, epilot, words }) => {
    const name = await canvas.findByTitle('Dach_Suedseite.jpg')
    await pickFiles(
      canvasElement,
      aFile({ name: 'Drohnenflug_Dachflaeche.mov', type: '', sizeBytes: 4_200_000 }),
    )
    const video = await epilot.put.next()
    video.progress(0.42 * video.request.body.size)
    const row = name.closest('li')
    row?.focus()
    if (row) await fireEvent.keyDown(row, { key: 'Delete' })
    await expect(
      await within(canvasElement).findByText(new RegExp(words.steps.detach?.happened ?? '')),
    ).toBeVisible()
  },
}

/** What somebody has to approve first is not shown as if it were attached, nor as if it were gone. */
export const WaitingForApproval: Story = {
  args: { entity: { ...opportunity, attribute: 'offer' }, title: 'Offer' },
  parameters: {
    epilot: {
      seed: ({ server }) => {
        const offer = { ...opportunity, attribute: 'offer' }
        server.addSchema({
          slug: opportunity.slug,
          attributes: [{ name: 'offer', multiple: true, edit_mode: 'approval' }],
        })
        const filename = 'Angebot_PV-Speicher.pdf'
        const _created_at = '2026-03-12T14:05:00Z'
        server.relate(offer, [server.addFile({ filename, size_bytes: 1_300_000, _created_at })])
      },
    },
  },
  play: async ({ canvas, canvasElement, words }) => {
    await canvas.findByTitle('Angebot_PV-Speicher.pdf')
    await pickFiles(canvasElement, aFile({ name: 'Angebot_Wallbox.pdf', sizeBytes: 40_000 }))
    const waiting = await canvas.findByRole('list', { name: words.collection.waitingFiles })
    await expect(within(waiting).getByTitle('Angebot_Wallbox.pdf')).toBeVisible()
  },
}

/** So many that only those in view are in the page. Sorting and searching load the rest. */
export const TwoHundredFiles: Story = {
  args: { title: 'Scans', density: 'compact' },
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
    await canvas.findByTitle('Scan_240.pdf')
    await userEvent.click(canvas.getByRole('button', { name: words.collection.sort }))
    await userEvent.click(canvas.getByRole('menuitemradio', { name: words.collection.sortFields.name }))
    await expect(await canvas.findByTitle('Scan_001.pdf')).toBeVisible()
  },
}

const powerOfAttorney = { ...opportunity, attribute: 'power_of_attorney' }

/** The attribute holds one file: what comes takes its place, once somebody has said so. */
export const OneFileAttribute: Story = {
  args: { entity: powerOfAttorney },
  parameters: { epilot: { seed: seedPowerOfAttorney } },
  play: async ({ canvas, canvasElement, epilot, words }) => {
    const { adding } = words
    await canvas.findByTitle('Vollmacht_2025.pdf')
    await expect(canvas.getByRole('button', { name: adding.replaceFile })).toBeVisible()
    await expect(canvas.getByRole('heading', { name: /^Power of attorney/ })).toBeVisible()
    await expect(canvas.queryByRole('searchbox')).not.toBeInTheDocument()
    await pickFiles(canvasElement, aFile({ name: 'Vollmacht_unterschrieben.pdf', sizeBytes: 640_000 }))
    const question = await canvas.findByRole('alertdialog', {
      name: adding.replaceTitle(1, 'Vollmacht_2025.pdf'),
    })
    const keep = within(question).getByRole('button', { name: adding.keepOld })
    await waitFor(() => expect(keep).toHaveFocus())
    await expect(epilot.server.ledger.count('uploadFileV2')).toBe(0)
  },
}

/**
 * The title, that files are required, the format of pictures and what may come in are those of the schema; the words for its
 * description are the app's.
 */
export const AsTheSchemaSays: Story = {
  args: {
    entity: { ...opportunity, attribute: 'site_photos' },
    describe: () => 'One photo of the street side, one of the roof and one of the place for the battery.',
    defaultView: 'grid',
  },
  parameters: { epilot: { seed: seedSitePhotos } },
  play: async ({ canvas, args, words }) => {
    await canvas.findByTitle('Dach_Suedseite.jpg')
    const heading = canvas.getByRole('heading')
    await expect(heading).toHaveTextContent(`Photos of the site 3 ${words.field.required}`)
    await expect(canvas.getByText(args.describe?.('') ?? '')).toBeVisible()
    await expect(canvas.getByRole('list', { name: words.files })).toHaveAttribute('data-shape', 'landscape')
  },
}

/** Files outside of epilot say where they lie; one click opens them in a tab of their own. */
export const ExternalFiles: Story = {
  parameters: {
    epilot: {
      seed(epilot) {
        seedOpportunity(epilot)
        const external = [
          ['Netzplan Quartier Süd', 'https://contoso.sharepoint.com/sites/netz/Netzplan.pdf'],
          ['Wartungsprotokoll_2019.pdf', 'https://archiv.example/get?id=4711'],
        ] as const
        const files = external.map(([filename, custom_download_url]) =>
          epilot.server.addFile({
            filename,
            custom_download_url,
            size_bytes: 0,
            versions: [],
            _created_at: '2026-03-14T09:00:00Z',
          }),
        )
        epilot.server.relate(opportunity, files)
      },
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('SharePoint')).toBeVisible()
    await expect(canvas.getByText('archiv.example')).toBeVisible()
  },
}
