import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import type { StoryEpilot } from '../../.storybook/story-epilot.js'
import { createRetryPolicy } from '../../src/index.js'
import { aFile, createMemoryJournal } from '../../src/testing.js'
import { journeyFileInterruption } from '../support/a-day-ago.js'
import { aPhoto } from '../support/a-photo.js'
import { actAsPhone } from '../support/act-as-phone.js'
import { pickFiles, pickNext } from '../support/give-files.js'
import { SolarQuote } from './solar-quote.js'
import { quoteWords } from './solar-quote-words.js'

/**
 * A public journey on a phone with a bad network: nobody signs in, photos are uploaded while the next ones are chosen, and a
 * reload loses none. What the supplier writes is the form; the fields, the button that fills up while it waits and the
 * handing in come from this library.
 */
const meta: Meta<typeof SolarQuote> = {
  title: 'Scenes/Solar quote',
  tags: ['!autodocs'],
  component: SolarQuote,
  beforeEach: actAsPhone,
  parameters: {
    epilot: {
      bytesPerSecond: 120_000,
      latencyMs: 300,
      client: { retry: createRetryPolicy({ baseMs: 300 }) },
      // The first photo breaks off on its way; nobody has to do anything about it.
      seed: ({ server }) => server.failNext('put', { cutAtByte: 20_000 }),
    },
  },
}
export default meta

type Story = StoryObj<typeof SolarQuote>

const bill = aFile({ name: 'Jahresabrechnung_2025.pdf', sizeBytes: 60_000 })
const kept = createMemoryJournal()

/** From the first question to the thanks, with a reload in the middle of an upload; the submission holds each file once. */
export const FromStartToEnd: Story = {
  parameters: { epilot: { journal: kept } },
  play: async ({ canvas, canvasElement, epilot, words }) => {
    const quote = quoteWords(words)
    const next = () => canvas.findByRole('button', { name: words.submit.next })
    const field = (label: string) => canvas.findByRole('group', { name: new RegExp(label) })
    await userEvent.click(await next())
    await expect(canvas.getByRole('heading', { name: quote.titles[1] })).toHaveFocus()

    // Nothing there yet: it says so.
    await userEvent.click(await next())
    const photos = within(await field(quote.roofPhotos))
    await expect(photos.getAllByText(words.field.missing)[0]).toBeVisible()
    await expect(photos.getByRole('button', { name: words.takePhoto })).toBeVisible()

    await pickFiles(canvasElement, [await aPhoto('Dach_Sued.jpg', 'roof', { width: 240, height: 180 })])
    const waiting = await canvas.findByRole('button', { name: new RegExp(words.submit.nextAfterUpload) })
    await userEvent.click(waiting)
    await expect(photos.getAllByText(words.field.problems.uploading(1))[0]).toBeVisible()
    await expect(canvas.getByText(quote.titles[1])).toBeVisible()
    await photos.findByText(words.done)

    await pickFiles(await field(quote.bill), bill)
    await waitFor(() => expect(kept.entries().map(({ hasBytes }) => hasBytes)).toContain(true))
    epilot.reload()

    // The photo is there, and the bill goes on.
    await userEvent.click(await next())
    await expect(await within(await field(quote.roofPhotos)).findByText(words.done)).toBeVisible()
    const again = within(await field(quote.bill))
    await userEvent.click(await again.findByRole('button', { name: words.forFile(words.goOn, bill.name) }))
    await again.findByText(words.done)

    await userEvent.click(await next())
    await userEvent.click(await next())
    await expect(canvas.getByTitle('Dach_Sued.jpg')).toBeVisible()
    await expect(canvas.getByTitle(bill.name)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: quote.send }))

    await expect(await canvas.findByRole('heading', { name: quote.thanks })).toHaveFocus()
    await expect(epilot.server.submissions()).toHaveLength(1)
    await expect(epilot.server.submissions()[0]?.payload.entities[0]?.files).toMatchObject([
      { filename: 'Dach_Sued.jpg', relation_tags: ['roof-photos'] },
      { filename: bill.name, relation_tags: ['bill'] },
    ])
    await expect(epilot.server.ledger.calls().some(({ isAuthorized }) => isAuthorized)).toBe(false)
  },
}

/** On the page of the files, to try it. */
export const Documents: Story = { args: { startAt: 2 } }

/** One photo is on its way, one has failed for good: what to do stands below, and the button has filled by two thirds. */
export const WhileItUploads: Story = {
  args: { startAt: 2 },
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      client: { retry: () => null },
      seed: async ({ client, put }) => {
        const meter = await aPhoto('Dach_Sued_2026-03.jpg', 'roof')
        const cabinet = await aPhoto('IMG_4417_Dach_Nordseite.jpg', 'cellar')
        client.uploads.add([meter, cabinet], { scope: 'roof-photos', mode: 'journey' })
        const [first, second] = [await put.next(), await put.next()]
        first.progress(0.68 * meter.size)
        second.fail(new Error('The connection was lost.'))
      },
    },
  },
  play: async ({ canvas, words }) => {
    await expect(await canvas.findByText(words.field.problems.failed(1))).toBeVisible()
    await waitFor(() =>
      expect(canvas.getByRole('progressbar', { name: words.submit.progress })).toBeVisible(),
    )
  },
}

/** The photos are there; the other field has been given what it does not take, and says so before a byte is sent. */
export const AnotherFieldRefusesAFile: Story = {
  args: { startAt: 2 },
  parameters: { epilot: { bytesPerSecond: 20_000_000, seed: seedPhotos } },
  play: async ({ canvas, words }) => {
    const quote = quoteWords(words)
    const photos = within(canvas.getByRole('group', { name: new RegExp(quote.roofPhotos) }))
    await waitFor(() => expect(photos.getAllByText(words.done)).toHaveLength(2))
    await expect(photos.getByRole('button', { name: words.field.anotherPhoto })).toBeVisible()

    const field = canvas.getByRole('group', { name: new RegExp(quote.bill) })
    await pickFiles(field, aFile({ name: 'Jahresabrechnungen_2019-2025.pdf', sizeBytes: 212_000_000 }))
    await expect(await within(field).findByRole('region', { name: words.intakeReport })).toBeVisible()
    await expect(canvas.getByRole('button', { name: words.submit.next })).toBeEnabled()
  },
}

/** Everything on one page, before it is handed in. */
export const Review: Story = {
  args: { startAt: 4 },
  parameters: { epilot: { bytesPerSecond: 20_000_000, seed: seedPhotos } },
  play: async ({ canvas, words }) => {
    await waitFor(() => expect(canvas.queryAllByRole('progressbar')).toHaveLength(1))
    await expect(canvas.getByRole('button', { name: quoteWords(words).send })).toBeEnabled()
  },
}

/** The answer to the form gets lost: nobody can know whether it arrived. It says so, and only the person sends it again. */
export const TheAnswerGetsLost: Story = {
  args: { startAt: 4 },
  parameters: { epilot: { seed: ({ server }) => server.failNext('createSubmission', 'lost-answer') } },
  play: async ({ canvas, epilot, words }) => {
    const quote = quoteWords(words)
    await userEvent.click(canvas.getByRole('button', { name: quote.send }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent(words.submitUnknown.what)
    const again = canvas.getByRole('button', { name: quote.sendAgain })
    await expect(again).toHaveFocus()

    // Going back to look loses nothing of that.
    await userEvent.click(canvas.getByRole('button', { name: quote.back }))
    await userEvent.click(canvas.getByRole('button', { name: words.submit.next }))
    await expect(canvas.getByRole('alert')).toHaveTextContent(words.submitUnknown.what)
    await expect(canvas.getByRole('button', { name: quote.sendAgain })).toBeVisible()
    await expect(epilot.server.submissions()).toHaveLength(1)
  },
}

const yesterday = journeyFileInterruption({ scope: 'bill', hoursAgo: 25, file: bill })

/** The bill was uploaded yesterday, and S3 keeps nothing for so long. It says which, leads there, and sends all of it. */
export const ReviewADayLater: Story = {
  args: { startAt: 4 },
  parameters: {
    epilot: {
      ...yesterday,
      bytesPerSecond: 20_000_000,
      seed: async (epilot) => {
        await yesterday.seed?.(epilot)
        await seedPhotos(epilot)
      },
    },
  },
  play: async ({ canvas, words }) => {
    const quote = quoteWords(words)
    await expect(await canvas.findByText(words.field.expired)).toBeVisible()
    await expect(canvas.getByText(words.field.problems.expired(1))).toBeVisible()
    await expect(canvas.queryByRole('button', { name: quote.send })).toBeNull()
    await expect(canvas.getByRole('button', { name: `${quote.chooseAgain}: ${quote.bill}` })).toBeVisible()
  },
}

/** The same to the end: the button leads to the field, the bill is chosen again, and everything is sent. */
export const TheMissingFileIsChosenAgain: Story = {
  ...ReviewADayLater,
  play: async ({ canvas, epilot, words }) => {
    const quote = quoteWords(words)
    await userEvent.click(await canvas.findByRole('button', { name: quote.toMissingFile }))
    const field = within(canvas.getByRole('group', { name: new RegExp(quote.bill) }))
    await expect(field.getByLabelText(new RegExp(quote.bill), { selector: 'input' })).toHaveFocus()
    await expect(field.getAllByText(words.field.problems.expired(1))[0]).toBeVisible()

    const chosen = pickNext(bill)
    await userEvent.click(field.getByRole('button', { name: words.forFile(words.chooseSameFile, bill.name) }))
    await chosen
    await field.findByText(words.done)
    await userEvent.click(await canvas.findByRole('button', { name: words.submit.next }))
    await userEvent.click(canvas.getByRole('button', { name: words.submit.next }))
    await userEvent.click(canvas.getByRole('button', { name: quote.send }))

    await expect(await canvas.findByText(quote.thanks)).toBeVisible()
    const [submission] = epilot.server.submissions()
    await expect(submission?.payload.entities[0]?.files).toHaveLength(3)
    await expect(epilot.server.ledger.count('uploadFilePublic')).toBe(4)
  },
}

/** What was on its way when it was sent fails: it says so, and once that is seen to the quote is asked for. */
export const FailedAndMended: Story = {
  args: { startAt: 4 },
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      client: { retry: () => null },
      seed: async ({ client }) =>
        void client.uploads.add([await aPhoto('Dach_Sued_2026-03.jpg', 'roof')], {
          scope: 'roof-photos',
          mode: 'journey',
        }),
    },
  },
  play: async ({ canvas, epilot, words }) => {
    const quote = quoteWords(words)
    const sending = await epilot.put.next()
    await userEvent.click(canvas.getByRole('button', { name: new RegExp(quote.send) }))
    sending.fail(new Error('The connection was lost.'))
    await expect(await canvas.findByText(words.field.problems.failed(1))).toBeVisible()
    const toFile = canvas.getByRole('button', { name: quote.toMissingFile })
    await expect(toFile).toHaveFocus()

    await userEvent.click(toFile)
    const name = words.forFile(words.tryAgain, 'Dach_Sued_2026-03.jpg')
    await userEvent.click(canvas.getByRole('button', { name }))
    ;(await epilot.put.next()).finish()
    await canvas.findByText(words.done)
    await userEvent.click(await canvas.findByRole('button', { name: words.submit.next }))
    await userEvent.click(canvas.getByRole('button', { name: words.submit.next }))
    await userEvent.click(canvas.getByRole('button', { name: quote.send }))

    await expect(await canvas.findByText(quote.thanks)).toBeVisible()
    await expect(epilot.server.submissions()).toHaveLength(1)
  },
}

async function seedPhotos({ client }: StoryEpilot): Promise<void> {
  const photos = [
    await aPhoto('Dach_Sued_2026-03.jpg', 'roof'),
    await aPhoto('IMG_4417_Keller.jpg', 'cellar'),
  ]
  client.uploads.add(photos, { scope: 'roof-photos', mode: 'journey' })
}
