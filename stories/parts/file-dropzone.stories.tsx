import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { FileDropzone } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { dragFiles, pickFiles } from '../support/give-files.js'

/**
 * A place to drop, pick or paste files. Each part is one element with a default class and `data-*` attributes; leave out
 * what you do not need, and give any of them other children, classes or another element (`render`).
 */
const meta = {
  title: 'Parts/FileDropzone',
  component: FileDropzone.Root,
  args: { onFiles: fn() },
} satisfies Meta<typeof FileDropzone.Root>
export default meta

type Story = StoryObj<typeof meta>

/** The usual line. A click anywhere in it opens the picker; its button is the one stop of the Tab key. */
export const InOneLine: Story = {
  render: (args) => (
    <FileDropzone.Root {...args}>
      <FileDropzone.Input />
      <FileDropzone.Icon />
      <FileDropzone.Text>
        <FileDropzone.Title />
        <FileDropzone.Rules>PDF, JPG, PNG or HEIC · up to 20 MB each · up to 10 files</FileDropzone.Rules>
      </FileDropzone.Text>
      <FileDropzone.Button />
    </FileDropzone.Root>
  ),
  play: async ({ args, canvas, canvasElement, words }) => {
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: words.chooseFiles })).toHaveFocus()
    await pickFiles(canvasElement, [aFile({ name: 'a.pdf' }), aFile({ name: 'b.pdf' })])
    await expect(args.onFiles).toHaveBeenCalledWith([
      expect.objectContaining({ name: 'a.pdf' }),
      expect.objectContaining({ name: 'b.pdf' }),
    ])
  },
}

/** Large, for a place that has nothing else yet. */
export const Tall: Story = {
  render: (args) => (
    <FileDropzone.Root {...args} size="tall">
      <FileDropzone.Input />
      <FileDropzone.Icon />
      <FileDropzone.Text>
        <FileDropzone.Title>Drop the plans or choose them</FileDropzone.Title>
        <FileDropzone.Rules>PDF or DWG · up to 20 MB each</FileDropzone.Rules>
      </FileDropzone.Text>
      <FileDropzone.Button data-variant="primary" />
    </FileDropzone.Root>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Drop the plans or choose them')).toBeVisible()
  },
}

/** While files are dragged over it, it says how many would be added. */
export const FilesOverIt: Story = {
  ...InOneLine,
  play: async ({ args, canvas, canvasElement, words }) => {
    const drop = dragFiles(canvasElement, [aFile({ name: 'a.pdf' }), aFile({ name: 'b.pdf' })])
    await expect(await canvas.findByText(words.dropToAdd(2))).toBeVisible()
    drop()
    await canvas.findByText(words.dropFiles)
    await expect(args.onFiles).toHaveBeenCalledTimes(1)
    dragFiles(canvasElement, [aFile({ name: 'a.pdf' }), aFile({ name: 'b.pdf' })])
    await canvas.findByText(words.dropToAdd(2))
  },
}

/** Where one file is wanted, two at once bring none: one of them would be chosen by chance. */
export const OneOfMany: Story = {
  ...InOneLine,
  args: { multiple: false },
  play: async ({ args, canvas, canvasElement, words }) => {
    const drop = dragFiles(canvasElement, [aFile({ name: 'a.pdf' }), aFile({ name: 'b.pdf' })])
    await expect(await canvas.findByText(words.onlyOneFile)).toBeVisible()
    drop()
    await expect(await canvas.findByRole('alert')).toHaveTextContent(words.onlyOneFile)
    await expect(args.onFiles).not.toHaveBeenCalled()
  },
}

export const Disabled: Story = {
  ...InOneLine,
  args: { disabled: true },
  play: async ({ canvas, words }) => {
    await expect(canvas.getByText(words.cannotAdd)).toBeVisible()
    await expect(canvas.getByRole('button')).toHaveAttribute('aria-disabled', 'true')
  },
}

/** Two parts are enough; the area around them takes drops too. */
export const OnlyAButton: Story = {
  render: ({ onFiles = () => {} }) => (
    <FileDropzone.Area onFiles={onFiles}>
      <FileDropzone.Input />
      <FileDropzone.Button data-variant="primary">Add the offer</FileDropzone.Button>
    </FileDropzone.Area>
  ),
  play: async ({ args, canvas, canvasElement }) => {
    await expect(canvas.getByRole('button', { name: 'Add the offer' })).toBeVisible()
    await pickFiles(canvasElement, aFile({ name: 'offer.pdf' }))
    await expect(args.onFiles).toHaveBeenCalled()
  },
}

/** `FileDropzone.Area` takes drops on all of a panel; a button in it opens the picker. */
export const DropAnywhereOnAPanel: Story = {
  render: ({ onFiles = () => {} }) => (
    <FileDropzone.Area onFiles={onFiles} className="ef-panel">
      <FileDropzone.Overlay />
      <FileDropzone.Input />
      <div className="ef-bar">
        <h2 className="ef-heading ef-grow">Plans</h2>
        <FileDropzone.Button data-variant="primary" />
      </div>
      <p className="ef-empty">Anything else of your app stands here.</p>
    </FileDropzone.Area>
  ),
  play: async ({ args, canvas, canvasElement, words }) => {
    const drop = dragFiles(canvasElement, [aFile({ name: 'plan.dwg' })], '.ef-empty')
    await expect(await canvas.findByText(words.dropToAttach(1))).toBeVisible()
    drop()
    await waitFor(() => expect(args.onFiles).toHaveBeenCalledTimes(1))
  },
}
