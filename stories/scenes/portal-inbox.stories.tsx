import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { aPhoto } from '../support/a-photo.js'
import { pickFiles } from '../support/give-files.js'
import { PortalInbox } from './portal-inbox.js'
import { maxPhotos, portalServer, seedPortal, wallbox } from './portal-messages.js'
import { portalWords } from './portal-words.js'

/**
 * The inbox of a customer portal: somebody who is no user of epilot reads what came, downloads it, and sends photos back.
 * Everything goes over the portal's own API, which shows only what was shared with this customer. What the portal takes
 * is read from its settings. The pages are the supplier's; files come from this library.
 */
const meta: Meta<typeof PortalInbox> = {
  title: 'Scenes/Portal inbox',
  tags: ['!autodocs'],
  component: PortalInbox,
  parameters: { epilot: { server: portalServer, seed: seedPortal } },
}
export default meta

type Story = StoryObj<typeof PortalInbox>

const photoName = 'Zählerschrank_offen.jpg'

/** Read, download, send a photo, look at it, and take it back. */
export const FromStartToEnd: Story = {
  play: async ({ canvas, canvasElement, epilot, words }) => {
    const { server } = epilot
    const portal = portalWords(words)
    const button = (action: string, file: string) => ({ name: words.forFile(action, file) })

    // What came counts as new until it is downloaded.
    const form = 'Anmeldung_Wallbox_Netzbetreiber.pdf'
    await expect(await canvas.findByText(portal.isNew)).toBeVisible()
    await canvas.findByText(portal.countNew(1))
    await userEvent.click(await canvas.findByRole('button', button(words.download, form)))
    await waitFor(() => expect(canvas.queryByText(portal.isNew)).toBeNull())
    await expect(canvas.queryByText(portal.countNew(1))).toBeNull()
    await expect(server.ledger.calls('trackFileDownloaded')).toMatchObject([{ status: 200 }])

    // The settings of the portal, in words; what does not fit them is not sent.
    await expect(await canvas.findByText(/JPG, PNG, HEIC/)).toBeVisible()
    await pickFiles(canvasElement, new File(['dwg'], 'Plan.dwg'))
    await expect((await canvas.findAllByText(/Plan\.dwg/))[0]).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: words.dismiss }))

    await pickFiles(canvasElement, await aPhoto(photoName, 'meter', { width: 240, height: 180 }))
    const own = within(await canvas.findByRole('list', { name: portal.yours }))
    await expect(own.getByText(portal.sent)).toBeVisible()
    await waitFor(() => expect(canvas.queryByRole('list', { name: words.uploads })).toBeNull())
    await expect(server.filesOf(wallbox)).toMatchObject([{ filename: photoName }])
    await expect(canvas.getAllByText(portal.countOf(1, maxPhotos)).at(-1)).toBeVisible()

    await userEvent.click(own.getByRole('button', button(portal.show, photoName)))
    const preview = within(await canvas.findByRole('dialog', { name: photoName }))
    const image = await preview.findByRole<HTMLImageElement>('img', { name: photoName })
    await waitFor(() => expect(image.naturalWidth).toBe(240))
    await userEvent.click(preview.getByRole('button', { name: words.collection.close }))

    async function deleteIt() {
      await userEvent.click(await canvas.findByRole('button', button(words.collection.delete, photoName)))
      const question = within(canvas.getByRole('dialog'))
      await userEvent.click(question.getByRole('button', { name: words.collection.delete }))
    }
    // The only one: its list goes with it and comes back with it, and the focus is not lost on the way.
    server.failNext('deleteEntityFile', { status: 403, body: { message: 'It is checked already.' } })
    await deleteIt()
    await expect(
      await canvas.findByText(words.customerErrors.forbidden?.what ?? '', { exact: false }),
    ).toBeVisible()
    await waitFor(() =>
      expect(canvas.getByRole('button', button(words.collection.delete, photoName))).toHaveFocus(),
    )
    await deleteIt()
    await waitFor(() => expect(server.filesOf(wallbox)).toHaveLength(0))
    await waitFor(() => expect(canvas.getByRole('region', { name: portal.photos })).toHaveFocus())

    // As a customer: nothing but the portal's API and the bytes.
    await expect(server.ledger.count('saveEntityFile')).toBe(1)
    await expect(server.ledger.count('saveFileV2') + server.ledger.count('addRelations')).toBe(0)
  },
}

/** The next message is open, and its files are there. */
export const AnotherMessage: Story = {
  play: async ({ canvas, words }) => {
    const { messages, allMessages } = portalWords(words)
    const { title } = messages.order
    // On a phone the list is behind the message.
    const back = canvas.queryByRole('button', { name: allMessages })
    if (back) await userEvent.click(back)
    await userEvent.click(await canvas.findByRole('button', { name: new RegExp(title) }))
    await expect(canvas.getByRole('heading', { name: title })).toHaveFocus()
    await expect(await canvas.findByTitle('Allgemeine_Geschäftsbedingungen.pdf')).toBeVisible()
  },
}

/** One photo is on its way, two have arrived. */
export const WhileItUploads: Story = {
  parameters: {
    epilot: {
      server: portalServer,
      bytesPerSecond: 'by-hand',
      seed: async (epilot) => {
        seedPortal(epilot)
        const { server, client, put } = epilot
        for (const [name, motif] of [
          ['Hausanschluss.jpg', 'cellar'],
          ['Zählerfoto_2026-03.jpg', 'meter'],
        ] as const) {
          const photo = await aPhoto(name, motif)
          const file = server.addFile(
            {
              filename: name,
              mime_type: photo.type,
              size_bytes: photo.size,
              shared_with_end_customer: true,
              _created_at: '2026-03-24T14:02:00Z',
            },
            { content: photo },
          )
          server.relate(wallbox, [file])
        }
        const photo = await aPhoto(photoName, 'meter')
        client.uploads.add([photo], { scope: scopeOfReply, mode: 'portal', entity: wallbox })
        const sending = await put.next()
        sending.progress(0.68 * photo.size)
      },
    },
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('progressbar', { name: photoName })).toBeVisible())
    await expect(await canvas.findByTitle('Hausanschluss.jpg')).toBeVisible()
  },
}

/** The portal does not let the photo go: it comes back where it stood, and words say why. */
export const DeletingIsRefused: Story = {
  ...WhileItUploads,
  play: async ({ canvas, epilot, words }) => {
    const { collection } = words
    epilot.server.failNext('deleteEntityFile', { status: 403, body: { message: 'It is checked already.' } })
    const name = words.forFile(collection.delete, 'Hausanschluss.jpg')
    await userEvent.click(await canvas.findByRole('button', { name }))
    const question = within(canvas.getByRole('dialog'))
    await userEvent.click(question.getByRole('button', { name: collection.delete }))
    await expect(
      await canvas.findByText(words.customerErrors.forbidden?.what ?? '', { exact: false }),
    ).toBeVisible()
    await expect(canvas.getByTitle('Hausanschluss.jpg')).toBeVisible()
    await expect(epilot.server.filesOf(wallbox)).toHaveLength(2)
    await waitFor(() => expect(canvas.getByRole('button', { name })).toHaveFocus())
  },
}

/** The bill lies with another system, which wants to know who asks: it is fetched with the customer's own token. */
export const ABillFromAnotherSystem: Story = {
  play: async ({ canvas, epilot, words }) => {
    const { messages, allMessages, show } = portalWords(words)
    const back = canvas.queryByRole('button', { name: allMessages })
    if (back) await userEvent.click(back)
    await userEvent.click(await canvas.findByRole('button', { name: new RegExp(messages.bill.title) }))
    const bill = 'Jahresabrechnung_2025.pdf'
    await userEvent.click(await canvas.findByRole('button', { name: words.forFile(show, bill) }))
    const preview = within(await canvas.findByRole('dialog', { name: bill }))
    if (navigator.pdfViewerEnabled) await expect(await preview.findByTitle(bill)).toBeVisible()
    await waitFor(() =>
      expect(epilot.server.ledger.calls('file-proxy')).toMatchObject([{ isAuthorized: true, status: 200 }]),
    )
  },
}

const scopeOfReply = `${wallbox.slug}/${wallbox.id}/_files`
