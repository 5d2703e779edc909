import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { FileDropzone, rulesInWords, useMessages } from '../../src/index.js'
import type { FileDropzoneRootProps } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { actAsPhone } from '../support/act-as-phone.js'
import { dragFiles, pasteFiles, pickFiles } from '../support/give-files.js'

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
  render: (args) => <Zone {...args}>PDF, JPG, PNG or HEIC · up to 20 MB each · up to 10 files</Zone>,
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

/**
 * `rules` tell before the drop what will be refused, as far as the browser says what is dragged. Nothing is refused here:
 * the drop is handed on, and the intake reports file by file.
 */
export const OnlyPDFs: Story = {
  args: { rules: { accept: ['.pdf'], maxSizeBytes: 20_000_000 } },
  render: (args) => <Zone {...args} />,
  play: async ({ args, canvas, canvasElement, words }) => {
    await expect(canvasElement.querySelector('input')).toHaveAttribute('accept', '.pdf')
    const photo = (name: string) => aFile({ name, type: 'image/jpeg' })
    const drop = dragFiles(canvasElement, [aFile({ name: 'a.pdf' }), photo('b.jpg'), photo('c.jpg')])
    await expect(await canvas.findByText(words.cannotBeAdded(2, 3))).toBeVisible()
    await expect(canvas.getByText(words.onlyTypes('PDF'))).toBeVisible()
    drop()
    await waitFor(() => expect(args.onFiles).toHaveBeenCalledTimes(1))
    dragFiles(canvasElement, [aFile({ name: 'a.pdf' }), photo('b.jpg'), photo('c.jpg')])
    await canvas.findByText(words.cannotBeAdded(2, 3))
  },
}

/** Folders may be dropped on any zone; this button picks them. Each file knows its path, see `pathOf`. */
export const Folders: Story = {
  render: (args) => <Zone {...args} folders />,
  play: async ({ args, canvas, canvasElement, words }) => {
    const input = canvasElement.querySelector('input') as HTMLInputElement
    input.addEventListener('click', (event) => event.preventDefault(), { once: true })
    await userEvent.click(canvas.getByRole('button', { name: words.chooseFolder }))
    await expect(input.webkitdirectory).toBe(true)
    await pickFiles(canvasElement, [aFile({ name: 'a.pdf' }), aFile({ name: 'b.pdf' })])
    await expect(args.onFiles).toHaveBeenCalledTimes(1)
  },
}

/** On phones and tablets there is a button for the camera, where photos may come in, and no word of dropping. */
export const Camera: Story = {
  args: { size: 'tall' },
  render: (args) => <Zone {...args} />,
  beforeEach: actAsPhone,
  play: async ({ canvas, words }) => {
    await expect(canvas.getByText(words.tapOrPhoto)).toBeVisible()
    await expect(canvas.getByRole('button', { name: words.takePhoto })).toBeVisible()
    await expect(canvas.queryByText(words.dropFiles)).toBeNull()
  },
}

/**
 * With the focus in a zone it takes what is pasted; with `paste="page"` it does so anywhere but in text fields. Pasted
 * pictures, all of which browsers call "image.png", are named by the time.
 */
export const PasteAnywhere: Story = {
  args: { paste: 'page' },
  render: (args) => (
    <>
      <Zone {...args} />
      <p className="ef-empty">Press Ctrl+V, wherever the focus is.</p>
    </>
  ),
  play: async ({ args, canvasElement, words }) => {
    const lastModified = new Date(2026, 2, 9, 14, 5, 33).getTime()
    pasteFiles(canvasElement, [new File(['…'], 'image.png', { type: 'image/png', lastModified })])
    await expect(args.onFiles).toHaveBeenCalledWith([
      expect.objectContaining({ name: `${words.pastedImage} 2026-03-09 14.05.33.png` }),
    ])
  },
}

/** Words for `disabled` say why. */
export const ReadOnlyAndWhy: Story = {
  args: { disabled: 'Ask an administrator for the right to add files' },
  render: (args) => <Zone {...args} />,
  play: async ({ canvas, words }) => {
    const button = canvas.getByRole('button', { name: words.chooseFiles })
    await expect(canvas.getByText(words.cannotAdd)).toBeVisible()
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription('Ask an administrator for the right to add files')
  },
}

/** With `count` and `rules.maxCount` it knows when there is no room left. The focus stays where its button was. */
export const LimitReached: Story = {
  args: { rules: { maxCount: 10 }, count: 10 },
  render: (args) => <Zone {...args} />,
  play: async ({ canvas, words }) => {
    await expect(canvas.getByText(words.limitReached(10, 10))).toBeVisible()
    await expect(canvas.getByText(words.removeToAdd)).toBeVisible()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

/** An empty folder brings nothing, and one is told so. */
export const EmptyFolder: Story = {
  render: (args) => <Zone {...args} folders />,
  play: async ({ args, canvas, canvasElement, words }) => {
    const input = canvasElement.querySelector('input') as HTMLInputElement
    input.webkitdirectory = true
    input.dispatchEvent(new Event('change', { bubbles: true }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent(words.emptyFolder)
    await expect(args.onFiles).not.toHaveBeenCalled()
  },
}

/**
 * With `page` it takes what is dropped anywhere on the page; the overlay says where it goes. Other zones keep what is
 * dropped on them, and beneath a modal dialog there is none.
 */
export const WholePage: Story = {
  render: ({ onFiles = () => {} }) => (
    <FileDropzone.Area page onFiles={onFiles} className="ef-panel">
      <FileDropzone.Overlay target="Opportunity 1043" />
      <FileDropzone.Input />
      <div className="ef-bar">
        <h2 className="ef-heading ef-grow">Files</h2>
        <FileDropzone.Button data-variant="primary" />
      </div>
      <p className="ef-empty">Drop files anywhere, here or beside the panel.</p>
    </FileDropzone.Area>
  ),
  play: async ({ args, canvas, canvasElement, words }) => {
    const files = [aFile({ name: 'a.pdf' }), aFile({ name: 'b.pdf' })]
    const page = canvasElement.ownerDocument.body
    const drop = dragFiles(page, files, '.canvas')
    await expect(await canvas.findByText(words.dropToAttach(2))).toBeVisible()
    await expect(canvas.getByText(words.toTarget('Opportunity 1043'))).toBeVisible()
    drop()
    await waitFor(() => expect(args.onFiles).toHaveBeenCalledTimes(1))
    await expect(canvas.queryByText(words.dropToAttach(2))).toBeNull()
    dragFiles(page, files, '.canvas')
    await canvas.findByText(words.dropToAttach(2))
  },
}

/** The words are those of the provider; the switch in the toolbar does the same. */
export const German: Story = {
  args: { rules: { accept: ['.pdf', 'image/*'], maxSizeBytes: 20_000_000, maxCount: 10 }, count: 2 },
  render: (args) => <Zone {...args} folders />,
  globals: { locale: 'de' },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByRole('button', { name: 'Ordner wählen' })).toBeVisible()
    const drop = dragFiles(canvasElement, [
      aFile({ name: 'a.zip', type: 'video/mp4' }),
      aFile({ name: 'b.pdf' }),
    ])
    await expect(
      await canvas.findByText('1 von diesen 2 Dateien kann nicht hinzugefügt werden'),
    ).toBeVisible()
    drop()
    await expect(await canvas.findByText('Dateien hier ablegen')).toBeVisible()
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

interface ZoneProps extends FileDropzoneRootProps {
  readonly folders?: boolean
}

/** All parts at their places. */
function Zone({ folders = false, children, ...props }: ZoneProps) {
  const messages = useMessages()
  return (
    <FileDropzone.Root {...props}>
      <FileDropzone.Input />
      <FileDropzone.Icon />
      <FileDropzone.Text>
        <FileDropzone.Title />
        <FileDropzone.Rules>{children ?? rulesInWords(props.rules ?? {}, messages)}</FileDropzone.Rules>
      </FileDropzone.Text>
      <FileDropzone.Actions>
        <FileDropzone.CameraButton data-variant="primary" />
        <FileDropzone.Button />
        {folders && <FileDropzone.FolderButton />}
      </FileDropzone.Actions>
    </FileDropzone.Root>
  )
}
