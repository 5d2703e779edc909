import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { FileUpload, rulesInWords } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { dragFiles, pickFiles } from '../support/give-files.js'
import { plain } from '../support/plain.js'
import { uploadArgTypes } from '../support/upload-arg-types.js'

/**
 * A drop zone and the files that were put into it: for forms, journeys, anywhere without a list of stored files beside it.
 * With an `entity` the files are attached as well; `onDone` tells what became of each.
 */
const meta = {
  title: 'Components/FileUpload',
  component: FileUpload,
  argTypes: uploadArgTypes,
  args: { onDone: fn(), onFailed: fn() },
} satisfies Meta<typeof FileUpload>
export default meta

type Story = StoryObj<typeof meta>

/** Each file ends as a File entity in epilot. */
export const UploadFiles: Story = {
  args: { label: 'Documents' },
  play: async ({ args, canvas, canvasElement, epilot, words }) => {
    await pickFiles(canvasElement, [
      aFile({ name: 'Netzanschlussvertrag.pdf', sizeBytes: 300_000 }),
      aFile({ name: 'Dach_Suedseite.jpg', type: 'image/jpeg', sizeBytes: 200_000 }),
    ])
    await waitFor(() => expect(args.onDone).toHaveBeenCalledTimes(2))
    await expect(epilot.server.files()).toHaveLength(2)
    await expect(canvas.getByText(words.filesUploaded(2))).toBeVisible()
  },
}

/** The rules stand in plain words before the pick; what breaks them is told, and the rest is uploaded. */
export const OnlyPdfsUpTo20Megabytes: Story = {
  name: 'Only PDFs up to 20 MB',
  args: { label: 'Documents', rules: { accept: ['.pdf'], maxSizeBytes: 20_000_000 } },
  play: async ({ args, canvas, canvasElement, words }) => {
    const rules = rulesInWords({ accept: ['.pdf'], maxSizeBytes: 20_000_000 }, words)
    await expect(canvas.getByText(plain(rules))).toBeVisible()
    await pickFiles(canvasElement, [
      aFile({ name: 'Netzanschlussvertrag.pdf', sizeBytes: 300_000 }),
      aFile({ name: 'Dach_Suedseite.jpg', type: 'image/jpeg', sizeBytes: 200_000 }),
      aFile({ name: 'Gutachten.pdf', sizeBytes: 21_000_000 }),
    ])
    const report = await canvas.findByRole('region', { name: words.intakeReport })
    await expect(within(report).getByText(words.addedAndRefused(1, 2))).toBeVisible()
    await waitFor(() => expect(args.onDone).toHaveBeenCalledTimes(1))
  },
}

/** Up to the limit files come in, in the order in which they were picked. */
export const AtMostThreeFiles: Story = {
  args: { label: 'Photos of the meter', rules: { accept: ['image/*'], maxCount: 3 }, autoStart: false },
  play: async ({ canvas, canvasElement, words }) => {
    const photos = Array.from({ length: 5 }, (_, index) =>
      aFile({ name: `IMG_44${index}.jpg`, type: 'image/jpeg' }),
    )
    await pickFiles(canvasElement, photos)
    await expect(await canvas.findByText(words.addedAndRefused(3, 2))).toBeVisible()
    await expect(canvas.getByText('IMG_442.jpg')).toBeInTheDocument()
  },
}

/** A rule of your own is asked last. It may take its time, and may leave the last word to the person. */
export const ARuleOfYourOwn: Story = {
  args: {
    label: 'Invoices',
    rules: {
      validate: async (file, { signal }) => {
        const text = await file.slice(0, 100).text()
        signal.throwIfAborted()
        if (!text.includes('ZUGFeRD')) return { message: 'No e-invoice', mayAdd: true }
        return null
      },
    },
  },
  play: async ({ args, canvas, canvasElement, words }) => {
    await pickFiles(canvasElement, [
      aFile({ name: 'R-2026-1043.pdf', content: 'ZUGFeRD' }),
      aFile({ name: 'R-2026-1044.pdf', content: 'An ordinary invoice' }),
    ])
    await userEvent.click(await canvas.findByText(words.addAnyway))
    await waitFor(() => expect(args.onDone).toHaveBeenCalledTimes(2))
  },
}

/** A program that calls itself a PDF is found by its first bytes. */
export const NotWhatItsNameSays: Story = {
  args: { label: 'Documents', rules: { content: 'refuse' } },
  play: async ({ canvas, canvasElement, words }) => {
    await pickFiles(canvasElement, new File(['MZ\u0000\u0000'], 'angebot.pdf', { type: 'application/pdf' }))
    const report = await canvas.findByRole('region', { name: words.intakeReport })
    await expect(report).toHaveTextContent('EXE')
    await expect(within(report).queryByText(words.addAnyway)).not.toBeInTheDocument()
  },
}

/** A second file at once is refused, with a word about it. */
export const OnlyOneFile: Story = {
  args: { label: 'Power of attorney', multiple: false, accept: 'application/pdf', help: 'One PDF' },
  play: async ({ canvas, canvasElement, words }) => {
    await expect(canvas.getByRole('button', { name: words.chooseFile })).toBeVisible()
    const drop = dragFiles(canvasElement, [aFile({ name: 'one.pdf' }), aFile({ name: 'two.pdf' })])
    await waitFor(() => expect(canvasElement.querySelector('[data-drag]')).toBeVisible())
    drop()
    await expect(await canvas.findByText(words.onlyOneFile)).toBeVisible()

    await pickFiles(canvasElement, aFile({ name: 'Vollmacht.pdf', sizeBytes: 40_000 }))
    await expect(await canvas.findByText(words.done)).toBeVisible()
  },
}

/** The File entities are saved with tags, and may be seen in the customer's portal. */
export const SavedWithTags: Story = {
  args: { label: 'Meter photos', save: { _tags: ['meter'], shared_with_end_customer: true } },
  play: async ({ args, canvasElement, epilot }) => {
    await pickFiles(canvasElement, aFile({ name: 'Zählerfoto.jpg', type: 'image/jpeg', sizeBytes: 40_000 }))
    await waitFor(() => expect(args.onDone).toHaveBeenCalled())
    await expect(epilot.server.files()[0]).toMatchObject({
      _tags: ['meter'],
      shared_with_end_customer: true,
    })
  },
}

/** In a public journey nobody is signed in: the bytes are stored, and the `s3ref` travels in the submission. */
export const InAJourney: Story = {
  args: { label: 'Photo of the meter', mode: 'journey', help: 'JPG or HEIC' },
  play: async ({ args, canvasElement, epilot }) => {
    await pickFiles(canvasElement, aFile({ name: 'IMG_4417.heic', type: 'image/heic', sizeBytes: 40_000 }))
    await waitFor(() => expect(args.onDone).toHaveBeenCalled())
    await expect(args.onDone).toHaveBeenCalledWith(
      expect.objectContaining({ kind: 'stored' }),
      expect.anything(),
    )
    await expect(epilot.server.ledger.calls().some((call) => call.isAuthorized)).toBe(false)
  },
}

/** Lost connections and busy servers cost nobody a click: the row counts down and goes on by itself. */
export const RetryAfterALostConnection: Story = {
  args: { label: 'Documents' },
  parameters: {
    epilot: {
      client: { retry: () => 60_000 },
      seed: ({ server }) => server.failNext('uploadFileV2', 'network'),
    },
  },
  play: async ({ args, canvas, canvasElement, words }) => {
    await pickFiles(canvasElement, aFile({ name: 'Lageplan_Trafostation.dwg', type: '', sizeBytes: 60_000 }))
    const now = words.forFile(words.tryNow, 'Lageplan_Trafostation.dwg')
    await userEvent.click(await canvas.findByRole('button', { name: now }))
    await waitFor(() => expect(args.onDone).toHaveBeenCalled())
  },
}

/** What was uploaded is not lost when saving fails: trying again saves, and sends no byte twice. */
export const RetryFromWhereItStopped: Story = {
  args: { label: 'Documents' },
  parameters: { epilot: { seed: ({ server }) => server.failNext('saveFileV2', { status: 400 }) } },
  play: async ({ args, canvas, canvasElement, epilot, words }) => {
    await pickFiles(canvasElement, aFile({ name: 'Vollmacht.pdf', sizeBytes: 40_000 }))
    const again = words.forFile(words.tryAgain, 'Vollmacht.pdf')
    await userEvent.click(await canvas.findByRole('button', { name: again }))
    await waitFor(() => expect(args.onDone).toHaveBeenCalled())
    await expect(epilot.server.ledger.count('uploadFileV2')).toBe(1)
  },
}

/** Many files are summed up in one line, with everything that can be done to all of them. */
export const ManyFiles: Story = {
  args: { label: 'Scans', density: 'compact' },
  parameters: { epilot: { bytesPerSecond: 'by-hand' } },
  play: async ({ canvas, canvasElement, epilot, words }) => {
    const scans = Array.from({ length: 12 }, (_, index) =>
      aFile({ name: `Scan_${String(index + 1).padStart(2, '0')}.pdf`, sizeBytes: 2_400_000 }),
    )
    await pickFiles(canvasElement, scans)
    for (const percent of [100, 100, 74, 41, 12, 6]) {
      const sending = await epilot.put.next()
      if (percent === 100) sending.finish()
      else sending.progress(percent * 24_000)
    }
    await expect(await canvas.findByText(words.uploadingFiles(2, 12))).toBeVisible()
    await expect(canvas.getByRole('button', { name: words.cancelAll })).toBeVisible()
  },
}

/** Says why nothing can be added, instead of only looking grey. */
export const NotAllowed: Story = {
  args: { label: 'Documents', disabled: true },
  play: async ({ canvas, words }) => {
    await expect(canvas.getByRole('button', { name: words.chooseFiles })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await expect(canvas.getByText(words.cannotAdd)).toBeVisible()
  },
}
