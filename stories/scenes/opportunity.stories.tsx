import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { AttachToEntity, EntityFiles, useEntityFiles, useLeaveWarning } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { dragFiles } from '../support/give-files.js'
import { opportunity, seedElsewhere, seedOpportunity } from '../support/opportunity.js'
import { AppShell } from './app-shell.js'

/** The Files tab of an opportunity, as somebody in the back office has it open all day. */
const meta: Meta = {
  title: 'Scenes/Opportunity',
  tags: ['!autodocs'],
  render: () => <FilesTab />,
  parameters: { epilot: { seed: seedOpportunity } },
}
export default meta

function FilesTab({ children }: { readonly children?: ReactNode }) {
  useLeaveWarning()
  const { data } = useEntityFiles(opportunity)
  return (
    <AppShell
      path={['Opportunities', '#1043']}
      title="PV-Anlage mit Speicher"
      tabs={['Overview', 'Activity', 'Emails', 'Files', 'Tasks']}
      tab="Files"
      count={data?.hits}
      details={{
        Product: 'PV 9.8 kWp + storage 10 kWh',
        Address: 'Musterweg 1, 12345 Musterstadt',
        'Grid operator': 'Musternetz GmbH',
        Stage: 'Grid connection',
      }}
    >
      {children ?? <EntityFiles entity={opportunity} targetName="Opportunity 1043" page />}
    </AppShell>
  )
}

/** Two files are dropped, sent, saved and attached, and can be downloaded at once. */
export const DropAndDownload: StoryObj = {
  play: async ({ canvas, canvasElement, epilot, words }) => {
    const { server } = epilot
    await canvas.findByText('Netzanschlussvertrag.pdf')

    const drop = dragFiles(
      canvasElement,
      [
        aFile({ name: 'Dachplan.pdf', sizeBytes: 900_000 }),
        aFile({ name: 'Zählerschrank.jpg', type: 'image/jpeg', sizeBytes: 300_000 }),
      ],
      '.ef-panel',
    )
    await expect(await canvas.findByText(words.dropToAttach(2))).toBeVisible()
    drop()

    const progress = await canvas.findByRole('progressbar', { name: 'Dachplan.pdf' })
    await waitFor(() => expect(progress).toBeVisible())
    await waitFor(() => expect(canvas.queryAllByRole('progressbar')).toHaveLength(0))
    await waitFor(() => expect(server.filesOf(opportunity)).toHaveLength(11))

    const name = words.forFile(words.download, 'Dachplan.pdf')
    await userEvent.click(await canvas.findByRole('button', { name }))
    await waitFor(() => expect(server.ledger.calls('downloadFile')[0]?.status).toBe(200))
  },
}

/**
 * An afternoon: files come in, from the device, from elsewhere in epilot and as a link; they are labelled, sorted and found, two
 * go and come back, one is downloaded.
 */
export const FromDropToDownload: StoryObj = {
  parameters: {
    epilot: {
      seed: (epilot) => {
        seedOpportunity(epilot)
        seedElsewhere(epilot)
      },
    },
  },
  play: async ({ canvas, canvasElement, epilot, words }) => {
    const { server } = epilot
    const { collection, adding } = words
    const list = () => within(canvas.getByRole('list', { name: words.files }))
    await canvas.findByTitle('Netzanschlussvertrag.pdf')

    dragFiles(canvasElement, [aFile({ name: 'Dachplan.pdf', sizeBytes: 300_000 })], '.ef-panel')()
    await waitFor(() => expect(server.filesOf(opportunity)).toHaveLength(10))
    await waitFor(() => expect(list().getByTitle('Dachplan.pdf')).toBeVisible())

    await userEvent.click(canvas.getByRole('button', { name: collection.attachExisting }))
    const picker = within(await canvas.findByRole('dialog', { name: collection.attachExisting }))
    await userEvent.click(
      await picker.findByRole('checkbox', { name: words.selectFile('Bauzeitenplan.xlsx') }),
    )
    await userEvent.click(picker.getByRole('button', { name: collection.attachFiles(1) }))
    await waitFor(() => expect(list().getByTitle('Bauzeitenplan.xlsx')).toBeVisible())

    await userEvent.click(canvas.getByRole('button', { name: adding.addLink }))
    const form = within(await canvas.findByRole('dialog', { name: adding.linkTitle }))
    await userEvent.type(form.getByLabelText(adding.address), 'https://netz.example/Netzplan.pdf')
    await userEvent.click(form.getByRole('button', { name: adding.saveLink }))
    await waitFor(() => expect(list().getByTitle('Netzplan.pdf')).toBeVisible())
    await waitFor(() => expect(server.filesOf(opportunity)).toHaveLength(12))

    await userEvent.click(list().getByRole('checkbox', { name: words.selectFile('Dachplan.pdf') }))
    await userEvent.click(canvas.getByRole('button', { name: words.forFiles(collection.labels, 1) }))
    await userEvent.type(
      await canvas.findByRole('combobox', { name: collection.addLabel }),
      'Plan{Enter}{Enter}',
    )
    await waitFor(() => expect(server.ledger.calls('updateRelation')[0]?.status).toBe(200))
    await userEvent.keyboard('{Escape}')

    await userEvent.click(canvas.getByRole('button', { name: collection.sort }))
    await userEvent.click(canvas.getByRole('menuitemradio', { name: collection.sortFields.name }))
    await userEvent.click(canvas.getByRole('button', { name: collection.filter }))
    const popup = within(canvas.getByRole('dialog', { name: collection.filter }))
    await userEvent.click(popup.getByRole('checkbox', { name: /Plan\b/ }))
    await userEvent.click(popup.getByRole('button', { name: collection.showFiles(3) }))

    for (const name of ['Lageplan_Flurstueck_118-4.pdf', 'Lageplan_Trafostation.dwg']) {
      await userEvent.click(await list().findByRole('checkbox', { name: words.selectFile(name) }))
    }
    await userEvent.click(canvas.getByRole('button', { name: words.forFiles(words.remove, 2) }))
    await waitFor(() => expect(server.filesOf(opportunity)).toHaveLength(10))
    await userEvent.click(await canvas.findByRole('button', { name: words.undo }))
    await waitFor(() => expect(server.filesOf(opportunity)).toHaveLength(12))

    await userEvent.click(await canvas.findByRole('button', { name: collection.clearFilters }))
    const download = words.forFile(words.download, 'Dachplan.pdf')
    await userEvent.click(await list().findByRole('button', { name: download }))
    await waitFor(() => expect(server.ledger.calls('downloadFile')[0]?.status).toBe(200))
  },
}

/** Work in all its stages: one file on its way, one being saved, one that needs somebody. */
export const InTheMiddle: StoryObj = {
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      client: { timeoutMs: 3_600_000 },
      seed: async (epilot) => {
        seedOpportunity(epilot)
        const { server, client, put } = epilot
        const sizes = {
          'Drohnenflug_Dachflaeche_Hauptgebaeude.mov': 420_000_000,
          'Zählerschrank_offen.heic': 3_400_000,
        }
        const files = Object.entries(sizes).map(([name, sizeBytes]) => aFile({ name, type: '', sizeBytes }))
        client.uploads.add([...files, aFile({ name: 'Vollmacht.pdf', sizeBytes: 640_000 })], {
          scope: `opportunity/${opportunity.id}/_files`,
          entity: opportunity,
        })
        const [video, photo, letter] = [await put.next(), await put.next(), await put.next()]
        video.progress(0.42 * video.request.body.size)
        server.failNext('saveFileV2', { status: 403 })
        letter.finish()
        await waitFor(() => expect(server.ledger.calls('saveFileV2')[0]?.status).toBe(403))
        server.failNext('saveFileV2', 'hang')
        photo.finish()
      },
    },
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => {
      const rows = [...canvasElement.querySelectorAll<HTMLElement>('[data-status]')]
      void expect(rows.map((row) => row.dataset.status)).toEqual(['uploading', 'saving', 'failed'])
    })
  },
}

/** The same with `AttachToEntity`: a drop zone on top, and no more than a page of an app needs. */
export const UnderADropZone: StoryObj = {
  ...InTheMiddle,
  render: () => (
    <FilesTab>
      <AttachToEntity
        entity={opportunity}
        targetName="Opportunity 1043"
        help="Any type · up to 5 GB each"
        page
      />
    </FilesTab>
  ),
}
