import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { aFile } from '../../src/testing.js'
import { aPhoto } from '../support/a-photo.js'
import { DescribeFiles } from '../support/describe-files.js'
import { describeWords } from '../support/describe-words.js'
import { pickFiles } from '../support/give-files.js'

/**
 * `useUploadAttributes` is for a form beside each row: what the file will be saved with, and `describe` to change it. With
 * `autoStart: false` nothing leaves before the person says so; but files may also be described while they are being sent,
 * until the moment they are saved.
 */
const meta: Meta = { title: 'Hooks/useUploadAttributes', render: () => <DescribeFiles /> }
export default meta

/** Tags, purpose and access for each file, and then one click. */
export const DescribeFilesBeforeUpload: StoryObj = {
  play: async ({ canvas, canvasElement, epilot, words }) => {
    const say = describeWords(words.locale)
    const field = (label: string, file: string) => canvas.getByLabelText(words.forFile(label, file))
    const photo = await aPhoto('Zählerfoto.jpg', 'meter')
    await pickFiles(canvasElement, [
      aFile({ name: 'Netzanschlussvertrag.pdf', sizeBytes: 400_000 }),
      photo,
      aFile({ name: 'Lageplan.pdf', sizeBytes: 200_000 }),
    ])

    await userEvent.type(field(say.tags, 'Netzanschlussvertrag.pdf'), 'Vertrag,Netz{Enter}')
    await userEvent.selectOptions(field(say.purpose, 'Netzanschlussvertrag.pdf'), 'contract')
    await userEvent.type(field(say.tags, 'Zählerfoto.jpg'), 'falsch{Enter}{Backspace}Zähler{Enter}')
    await userEvent.selectOptions(field(say.access, 'Lageplan.pdf'), 'public-read')
    await expect(canvas.getByText(say.isPublic)).toBeVisible()
    await expect(epilot.server.ledger.count()).toBe(0)

    await userEvent.click(canvas.getByRole('button', { name: say.upload(3) }))
    await waitFor(() => expect(epilot.server.files()).toHaveLength(3))

    const saved = (name: string) => epilot.server.files().find(({ filename }) => filename === name)
    await expect(saved('Netzanschlussvertrag.pdf')).toMatchObject({
      _tags: ['Vertrag', 'Netz'],
      _purpose: ['contract'],
      access_control: 'private',
    })
    await expect(saved('Zählerfoto.jpg')).toMatchObject({ _tags: ['Zähler'], access_control: 'private' })
    await expect(saved('Lageplan.pdf')).toMatchObject({ access_control: 'public-read' })
    await waitFor(() => expect(canvas.getAllByText(say.tooLate)).toHaveLength(3))
  },
}

/** Some time is left while the bytes are on their way. Then the row says that it is too late. */
export const DescribeFilesInMidSend: StoryObj = {
  parameters: { epilot: { bytesPerSecond: 'by-hand' } },
  play: async ({ canvas, canvasElement, epilot, words }) => {
    const say = describeWords(words.locale)
    await pickFiles(canvasElement, aFile({ name: 'Vollmacht.pdf', sizeBytes: 400_000 }))
    await userEvent.click(canvas.getByRole('button', { name: say.upload(1) }))
    const sending = await epilot.put.next()
    sending.progress(160_000)

    const row = within(canvas.getByRole('listitem'))
    const tags = row.getByLabelText(words.forFile(say.tags, 'Vollmacht.pdf'))
    await userEvent.type(tags, 'Vollmacht{Enter}')
    sending.finish()

    await expect(await row.findByText(say.tooLate)).toBeVisible()
    await waitFor(() => expect(epilot.server.files()[0]).toMatchObject({ _tags: ['Vollmacht'] }))
    await expect(tags).toHaveAttribute('readonly')
    await expect(tags).toHaveFocus()
  },
}
