import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import type { StoryEpilot } from '../../.storybook/story-epilot.js'
import { RestoredUploads } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import type { Interruption } from '../../test/support/interrupt-uploads.js'
import { afterReload } from '../support/after-reload.js'
import { pickFiles } from '../support/give-files.js'
import { opportunity } from '../support/opportunity.js'
import { plain } from '../support/plain.js'

/**
 * What a reload or a crash has interrupted, in any list, for the shell of an app: what S3 had goes on by itself, what was kept
 * on this device goes on at a click, the rest needs the same file again. Nothing shows where nothing was interrupted.
 * Discarding asks nobody; for 8 seconds it can be undone.
 */
const meta = {
  title: 'Components/RestoredUploads',
  component: RestoredUploads,
  args: {
    titleOf: (entity) =>
      entity?.slug === 'order' ? 'Order #88-2210, Wallbox' : 'Opportunity #1043, PV-Anlage mit Speicher',
  },
} satisfies Meta<typeof RestoredUploads>
export default meta

type Story = StoryObj<typeof meta>

const order = { slug: 'order', id: '88-2210' }
const cabinet = aFile({ name: 'Zählerschrank_offen.HEIC', type: 'image/heic', sizeBytes: 310_000 })
const contract = aFile({ name: 'Netzanschlussvertrag.pdf', sizeBytes: 11_600_000 })
const photo = aFile({ name: 'Zählerfoto_2026-03.jpg', type: 'image/jpeg', sizeBytes: 2_800_000 })
const plans = aFile({ name: 'Bestandsunterlagen.zip', type: 'application/zip', sizeBytes: 88_000_000 })
const video = aFile({ name: 'Begehung_Heizraum.mp4', type: 'video/mp4', sizeBytes: 212_000_000 })

const five: readonly Interruption[] = [
  { file: cabinet, left: 'at-s3', entity: opportunity },
  { file: contract, left: 'kept', entity: opportunity },
  { file: photo, left: 'kept', entity: opportunity },
  { file: plans, left: 'file-needed', entity: order },
  { file: video, left: 'file-needed', entity: order },
]

/** By business entity, the oldest first; `titleOf` names them. */
export const FiveWereInterrupted: Story = {
  parameters: { epilot: afterReload(five) },
  play: async ({ canvas, words }) => {
    const panel = await canvas.findByRole('region', { name: words.restored.title(5) })
    await expect(within(panel).getAllByRole('listitem')).toHaveLength(5)
    await expect(panel).toHaveTextContent(words.restored.goOn(1))
    await expect(within(panel).getByRole('button', { name: words.restored.chooseFiles(2) })).toBeVisible()
  },
}

/** The same in German. */
export const InGerman: Story = {
  ...FiveWereInterrupted,
  globals: { locale: 'de' },
  parameters: { epilot: afterReload(five) },
}

/** One click for all that has its bytes; rows stay until they are done. */
export const ContinueAll: Story = {
  parameters: { epilot: afterReload(five) },
  play: async ({ canvas, canvasElement, words }) => {
    await userEvent.click(await canvas.findByRole('button', { name: words.restored.continueAll }))
    await expect(canvas.getByText(words.restored.goOn(3))).toBeVisible()
    await waitFor(() => expect(canvasElement.querySelector('[data-status="uploading"]')).toBeVisible())
  },
}

/** No "Are you sure?": who did not mean it takes it back. */
export const DiscardAndUndo: Story = {
  parameters: { epilot: afterReload(five) },
  play: async ({ canvas, words }) => {
    await userEvent.click(await canvas.findByRole('button', { name: words.restored.discardAll }))
    await waitFor(() => expect(canvas.getByText(words.restored.discarded(5))).toBeVisible())
    await expect(canvas.queryByRole('region')).not.toBeInTheDocument()
    await userEvent.click(canvas.getByRole('button', { name: words.undo }))
    await expect(canvas.getAllByRole('listitem')).toHaveLength(5)
    const name = words.forFile(words.discard, contract.name)
    await userEvent.click(canvas.getByRole('button', { name }))
    await expect(await canvas.findByText(words.restored.discarded(1))).toBeInTheDocument()
  },
}

/** A single one is its row and no more. */
export const OneFileOnly: Story = {
  parameters: { epilot: afterReload([{ file: video, left: 'kept', entity: opportunity }]) },
  play: async ({ canvas, words }) => {
    const row = await canvas.findByRole('listitem')
    await expect(row).toHaveTextContent(words.keptOnDevice)
    const name = words.forFile(words.goOn, video.name)
    await expect(within(row).getByRole('button', { name })).toBeVisible()
  },
}

/** Nothing has to be done: S3 has the bytes, and they are saved once. */
export const GoesOnByItself: Story = {
  parameters: {
    epilot: afterReload([
      { file: cabinet, left: 'at-s3', entity: opportunity },
      { file: photo, left: 'at-s3', entity: opportunity },
    ]),
  },
  play: async ({ canvas, words }) => {
    await expect(await canvas.findByText(words.restored.goOn(2))).toBeVisible()
    await expect(canvas.queryByRole('button', { name: words.restored.continueAll })).not.toBeInTheDocument()
    await waitFor(() => expect(canvas.getAllByText(words.restored.saving)).toHaveLength(2))
  },
}

/** Of another size it cannot be the same: the row says so and keeps asking. One picker takes them all. */
export const AnotherFileFirst: Story = {
  parameters: { epilot: afterReload(five) },
  play: async ({ canvas, words }) => {
    await userEvent.click(await canvas.findByRole('button', { name: words.restored.chooseFiles(2) }))
    const shorter = aFile({ name: video.name, type: video.type, sizeBytes: 209_000_000 })
    await pickFiles(document.body, [shorter, aFile({ name: 'Rechnung.pdf' })])
    const said = plain(words.otherFile({ chosen: '209 MB', needed: '212 MB' }))
    await expect(await canvas.findByText((text) => plain(text) === said)).toBeVisible()
    await expect(canvas.getAllByText(words.restored.notNeeded(1))[0]).toBeVisible()

    const name = words.forFile(words.chooseSameFileShort, plans.name)
    await userEvent.click(canvas.getByRole('button', { name }))
    await pickFiles(document.body, plans)
    await waitFor(() => expect(canvas.getByText(words.restored.goOn(2))).toBeVisible())
  },
}

const refused = afterReload([
  { file: photo, left: 'at-s3', entity: opportunity },
  { file: contract, left: 'kept', entity: opportunity },
])

/** Saved before its entity said no: `onChooseAnother` asks for another one, or the file stays attached to nothing. */
export const TheEntityRefusesIt: Story = {
  args: { onChooseAnother: fn() },
  parameters: {
    epilot: {
      ...refused,
      async seed(epilot: StoryEpilot) {
        await refused.seed?.(epilot)
        epilot.server.clearFaults()
        epilot.server.failNext('addRelations', { status: 403 })
      },
    },
  },
  play: async ({ args, canvas, words }) => {
    await expect(await canvas.findByText(words.attachRefused.what)).toBeVisible()
    const keep = canvas.getByRole('button', { name: words.forFile(words.keepUnattached, photo.name) })
    await expect(keep).toBeVisible()
    const name = words.forFile(words.chooseAnother, photo.name)
    await userEvent.click(canvas.getByRole('button', { name }))
    await expect(args.onChooseAnother).toHaveBeenCalledWith(expect.objectContaining({ file: photo }))
  },
}
