import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { createRetryPolicy } from '../../src/index.js'
import { aPhoto } from '../support/a-photo.js'
import { pickFiles } from '../support/give-files.js'
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

/** From the first question to the thanks; the submission holds every photo once. */
export const FromStartToEnd: Story = {
  play: async ({ canvas, canvasElement, epilot, words }) => {
    const quote = quoteWords(words)
    const next = () => canvas.findByRole('button', { name: words.submit.next })
    await userEvent.click(await next())

    // Nothing there yet: it says so.
    await userEvent.click(await next())
    const field = within(canvas.getByRole('group', { name: new RegExp(quote.roofPhotos) }))
    await expect(field.getAllByText(words.field.missing)[0]).toBeVisible()

    await pickFiles(canvasElement, [await aPhoto('Dach_Sued.jpg', 'roof', { width: 240, height: 180 })])
    const waiting = await canvas.findByRole('button', { name: new RegExp(words.submit.nextAfterUpload) })
    await userEvent.click(waiting)
    await expect(field.getAllByText(words.field.problems.uploading(1))[0]).toBeVisible()
    await expect(canvas.getByText(quote.titles[1])).toBeVisible()
    await field.findByText(words.done)

    await userEvent.click(await next())
    await userEvent.click(await next())
    await expect(canvas.getByText('Dach_Sued.jpg')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: quote.send }))

    await expect(await canvas.findByText(quote.thanks)).toBeVisible()
    const [submission] = epilot.server.submissions()
    const files = submission?.payload.entities[0]?.files ?? []
    await expect(files).toMatchObject([{ filename: 'Dach_Sued.jpg', relation_tags: ['roof-photos'] }])
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

/** Everything on one page, before it is handed in. */
export const Review: Story = {
  args: { startAt: 4 },
  parameters: {
    epilot: {
      bytesPerSecond: 20_000_000,
      seed: async ({ client }) => {
        const photos = [
          await aPhoto('Dach_Sued_2026-03.jpg', 'roof'),
          await aPhoto('IMG_4417_Keller.jpg', 'cellar'),
        ]
        client.uploads.add(photos, { scope: 'roof-photos', mode: 'journey' })
      },
    },
  },
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
