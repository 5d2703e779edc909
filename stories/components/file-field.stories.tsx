import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { FileField, SubmitButton, SubmitReason } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { journeyFileInterruption } from '../support/a-day-ago.js'
import { aPhoto } from '../support/a-photo.js'
import { pickFiles } from '../support/give-files.js'

/**
 * A form field for files in a public journey. They are uploaded as they are chosen, without anybody being signed in, and
 * handed in with the form as epilot’s journeys keep them (`FileUploadValue`). The form waits for them, a later step and a
 * reload find them again. On phones and tablets it is a button for the camera and one for files.
 */
const meta = {
  title: 'Components/FileField',
  component: FileField,
  args: {
    name: 'meter-photo',
    label: 'Photo of your meter',
    help: 'Number and reading should be easy to read.',
    supportedTypes: ['.jpg', '.png', '.heic', 'PDF'],
    rules: { maxSizeBytes: 20_000_000 },
    maxQuantity: 5,
    onChange: fn(),
  },
  argTypes: {
    defaultValue: { control: 'object' },
    value: { control: false },
    prepare: { control: false },
  },
  decorators: [
    (Story, { args }) => (
      <form onSubmit={(event) => event.preventDefault()}>
        <Story />
        <p>
          <SubmitButton scopes={[args.name]} aria-describedby="reason" />{' '}
          <SubmitReason id="reason" scopes={[args.name]} />
        </p>
      </form>
    ),
  ],
} satisfies Meta<typeof FileField>
export default meta

type Story = StoryObj<typeof meta>

/** The form is held back until there is a file; the field says why, and has the focus. */
export const Required: Story = {
  args: { required: true },
  play: async ({ args, canvas, canvasElement, words }) => {
    await userEvent.click(canvas.getByRole('button', { name: words.submit.next }))
    await expect(canvas.getAllByText(words.field.missing)[0]).toBeVisible()
    await expect(canvasElement.querySelector('input[type=file]')).toHaveFocus()

    await pickFiles(canvasElement, await aPhoto('Zählerfoto_2026-03.jpg', 'meter'))
    await waitFor(() => expect(args.onChange).toHaveBeenCalledTimes(1))
    await expect(canvas.queryByText(words.field.missing)).not.toBeInTheDocument()
  },
}

/** The button fills up while it waits. A click on it has the field say why. */
export const WhileItUploads: Story = {
  parameters: { epilot: { bytesPerSecond: 'by-hand' } },
  play: async ({ canvas, canvasElement, epilot, words }) => {
    const photo = await aPhoto('Zählerfoto_2026-03.jpg', 'meter')
    await pickFiles(canvasElement, photo)
    const sending = await epilot.put.next()
    sending.progress(0.68 * photo.size)
    const button = await canvas.findByRole('button', { name: new RegExp(words.submit.nextAfterUpload) })
    await userEvent.click(button)
    await expect(canvas.getAllByText(words.field.problems.uploading(1))[0]).toBeVisible()
  },
}

/** A photo that could not be sent is still there: it can be tried again or removed. */
export const OneFailed: Story = {
  parameters: { epilot: { bytesPerSecond: 'by-hand', client: { retry: () => null } } },
  play: async ({ canvas, canvasElement, epilot, words }) => {
    await pickFiles(canvasElement, [
      await aPhoto('Zählerfoto_2026-03.jpg', 'meter'),
      await aPhoto('IMG_4417_Zählerschrank.jpg', 'cellar'),
    ])
    const [first, second] = [await epilot.put.next(), await epilot.put.next()]
    first.progress(0.68 * first.request.body.size)
    second.fail(new Error('The connection was lost.'))
    await expect(await canvas.findByText(words.field.problems.failed(1))).toBeVisible()
  },
}

/** What is too large is told before a byte is sent; the rest comes in. */
export const OneIsTooLarge: Story = {
  play: async ({ canvas, canvasElement, words }) => {
    await pickFiles(canvasElement, [
      await aPhoto('Zählerfoto_2026-03.jpg', 'meter'),
      aFile({ name: 'Begehung_Heizraum.pdf', sizeBytes: 212_000_000 }),
    ])
    await expect(await canvas.findByRole('region', { name: words.intakeReport })).toBeVisible()
    await expect(await canvas.findByText(words.done)).toBeVisible()
  },
}

/** The files of a draft are there; they can be removed, and a reset brings them back. */
export const EditADraft: Story = {
  args: {
    defaultValue: {
      files: [
        {
          filename: 'Zählerfoto_2026-03.jpg',
          s3ref: { bucket: 'epilot-prod-user-content', key: '123/temp/1/a.jpg' },
          contentType: 'image/jpeg',
          size: 2_800_000,
        },
        {
          filename: 'Anmeldung_Wallbox.pdf',
          s3ref: { bucket: 'epilot-prod-user-content', key: '123/temp/2/b.pdf' },
          contentType: 'application/pdf',
          size: 640_000,
        },
      ],
    },
  },
  play: async ({ args, canvas, words }) => {
    await userEvent.click(
      canvas.getByRole('button', { name: words.forFile(words.remove, 'Anmeldung_Wallbox.pdf') }),
    )
    await expect(canvas.getAllByRole('listitem')).toHaveLength(1)
    await waitFor(() => expect(args.onChange).toHaveBeenCalledTimes(1))
  },
}

/** A reload finds what is uploaded for 23 hours. Later the row says so, and asks for the file again. */
export const ADayLater: Story = {
  parameters: { epilot: journeyFileInterruption({ scope: 'meter-photo', hoursAgo: 25 }) },
  play: async ({ canvas, words }) => {
    await expect(await canvas.findByText(words.field.expired)).toBeVisible()
    await expect(canvas.getByText(words.field.problems.expired(1))).toBeVisible()
  },
}

/** One file, and no more. */
export const OnlyOneFile: Story = {
  args: { maxQuantity: 1, label: 'Last bill', help: undefined },
  play: async ({ canvas, canvasElement, words }) => {
    await pickFiles(canvasElement, aFile({ name: 'Jahresabrechnung_2025.pdf', sizeBytes: 60_000 }))
    await expect(await canvas.findByText(words.done)).toBeVisible()
    await expect(canvas.queryByRole('button', { name: words.chooseFile })).not.toBeInTheDocument()
  },
}

/** Says why it takes nothing; the form goes without it. */
export const NotNeeded: Story = {
  args: { disabled: 'The grid operator has this photo already.' },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('The grid operator has this photo already.')).toBeVisible()
  },
}
