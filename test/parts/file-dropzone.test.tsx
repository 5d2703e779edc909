import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createPortal } from 'react-dom'
import { afterEach, expect, it, vi } from 'vitest'
import { pathOf } from '../../src/intake/path-of.js'
import { isUnreadable } from '../../src/intake/unreadable.js'
import * as FileDropzone from '../../src/parts/file-dropzone/index.js'
import type { FileDropzoneRootProps } from '../../src/parts/file-dropzone/root.js'
import { aFile } from '../../src/testing.js'
import { drag, dragItems, paste } from '../support/give-files.js'

afterEach(() => vi.restoreAllMocks())

function renderZone(props: Omit<FileDropzoneRootProps, 'onFiles'> = {}) {
  const onFiles = vi.fn<(files: readonly File[]) => void>()
  const tree = (changed: typeof props) => (
    <FileDropzone.Root data-testid="zone" {...props} {...changed} onFiles={onFiles}>
      <FileDropzone.Input />
      <FileDropzone.Icon />
      <FileDropzone.Text>
        <FileDropzone.Title />
        <FileDropzone.Rules>PDF only</FileDropzone.Rules>
      </FileDropzone.Text>
      <FileDropzone.Actions>
        <FileDropzone.CameraButton />
        <FileDropzone.Button />
        <FileDropzone.FolderButton />
      </FileDropzone.Actions>
    </FileDropzone.Root>
  )
  const { rerender, unmount } = render(tree({}))
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!
  const names = () => onFiles.mock.calls.map(([files]) => files.map(({ name }) => name))
  return {
    zone: screen.getByTestId('zone'),
    input,
    onFiles,
    names,
    change: (changed: typeof props) => rerender(tree(changed)),
    unmount,
  }
}

/** Counts how often the picker is opened, and keeps the system's own closed. */
function watchPicker(input: HTMLInputElement) {
  const opened = vi.fn((event: Event) => event.preventDefault())
  input.addEventListener('click', opened)
  return opened
}

/** A drop whose items are told in the ways of the browser: folders, and files that cannot be read. */
function dropItems(target: Element, ...items: readonly object[]): void {
  const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() })
  const dataTransfer = { types: ['Files'], items: items.map((item) => ({ kind: 'file', ...item })) }
  Object.defineProperty(event, 'dataTransfer', { value: dataTransfer })
  fireEvent(target, event)
}

function chooseFiles(): HTMLElement {
  return screen.getByRole('button', { name: 'Choose files' })
}

/** A phone, as far as media queries tell. */
function onTouch() {
  const real = window.matchMedia.bind(window)
  vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
    real(query.includes('coarse') ? '(min-width: 0px)' : query),
  )
}

it('takes dropped files', async () => {
  const { zone, names } = renderZone()
  drag('drop', zone, aFile({ name: 'a.pdf' }), aFile({ name: 'b.pdf' }))
  await waitFor(() => expect(names()).toEqual([['a.pdf', 'b.pdf']]))
})

it('takes picked files, and the same one again', async () => {
  const { input, names } = renderZone()
  const file = aFile({ name: 'a.pdf' })
  for (const times of [1, 2]) {
    await userEvent.upload(input, file)
    await waitFor(() => expect(names()).toHaveLength(times))
    expect(input.files).toHaveLength(0)
  }
  expect(names()).toEqual([['a.pdf'], ['a.pdf']])
})

it('takes pasted files', async () => {
  const { names } = renderZone()
  paste(chooseFiles(), [aFile({ name: 'a.png' })])
  await waitFor(() => expect(names()).toEqual([['a.png']]))
})

it('opens the picker once, by keyboard, by its button and by a click beside it', async () => {
  const { input } = renderZone()
  const opened = watchPicker(input)
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(opened).toHaveBeenCalledTimes(1)
  await userEvent.keyboard(' ')
  expect(opened).toHaveBeenCalledTimes(2)
  await userEvent.click(chooseFiles())
  expect(opened).toHaveBeenCalledTimes(3)
  await userEvent.click(screen.getByText('Drop files here'))
  expect(opened).toHaveBeenCalledTimes(4)
})

it('takes a drop after the picker was closed without a choice', async () => {
  const { zone, input, names } = renderZone()
  watchPicker(input)
  await userEvent.click(chooseFiles())
  drag('drop', zone, aFile({ name: 'a.pdf' }))
  await waitFor(() => expect(names()).toEqual([['a.pdf']]))
})

it('is one tab stop, and one more for folders', async () => {
  renderZone()
  await userEvent.tab()
  expect(chooseFiles()).toHaveFocus()
  await userEvent.tab()
  expect(screen.getByRole('button', { name: 'Choose a folder' })).toHaveFocus()
  await userEvent.tab()
  expect(document.body).toHaveFocus()
})

it('says how many files are dragged over it, for as long as they are', async () => {
  const { zone } = renderZone()
  const dragged = [aFile(), aFile({ name: 'b.pdf' }), aFile({ name: 'c.pdf' })]

  drag('dragenter', zone, ...dragged)
  await waitFor(() => expect(zone).toHaveAttribute('data-drag', 'accept'))
  expect(zone).toHaveTextContent('Drop to add 3 files')

  drag('dragleave', zone, ...dragged)
  await waitFor(() => expect(zone).not.toHaveAttribute('data-drag'))
  expect(zone).toHaveTextContent('Drop files here')
})

it('takes none of two files where there is room for one, and says so', async () => {
  const { zone, onFiles } = renderZone({ multiple: false })
  const two = [aFile(), aFile({ name: 'b.pdf' })]
  drag('dragenter', zone, ...two)
  await waitFor(() => expect(zone).toHaveAttribute('data-drag', 'reject'))

  drag('drop', zone, ...two)
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Only one file can be added here'))
  expect(zone).toHaveAttribute('data-tone', 'error')
  expect(onFiles).not.toHaveBeenCalled()

  drag('drop', zone, aFile())
  await waitFor(() => expect(onFiles).toHaveBeenCalledTimes(1))
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

it('takes nothing while it is disabled, and the page stays', async () => {
  const { zone, input, onFiles } = renderZone({ disabled: true })
  const opened = watchPicker(input)
  expect(zone).toHaveAttribute('data-disabled')
  expect(chooseFiles()).toHaveAttribute('aria-disabled', 'true')
  expect(zone).toHaveTextContent('You can’t add files here')

  const drop = drag('drop', zone, aFile())
  await userEvent.click(screen.getByText('PDF only'))
  await userEvent.click(chooseFiles())
  await act(() => Promise.resolve())

  expect(drop.defaultPrevented).toBe(true)
  expect(opened).not.toHaveBeenCalled()
  expect(onFiles).not.toHaveBeenCalled()
})

it('hints at types in the picker, and refuses none', async () => {
  const { zone, input, names } = renderZone({ accept: 'image/*,.pdf' })
  expect(input).toHaveAttribute('accept', 'image/*,.pdf')
  drag('drop', zone, aFile({ name: 'a.csv', type: 'text/csv' }))
  await waitFor(() => expect(names()).toEqual([['a.csv']]))
})

it('has no styles in its markup, for strict security policies', () => {
  const { zone } = renderZone()
  expect(zone.outerHTML).not.toContain('style=')
})

it('takes what is dropped anywhere in its area, once', async () => {
  const onFiles = vi.fn()
  render(
    <FileDropzone.Area onFiles={onFiles} data-testid="area">
      <p>Far away</p>
      <FileDropzone.Root>
        <FileDropzone.Input />
        <FileDropzone.Button />
      </FileDropzone.Root>
      <FileDropzone.Overlay />
    </FileDropzone.Area>,
  )
  drag('dragenter', screen.getByText('Far away'), aFile())
  await waitFor(() => expect(screen.getByTestId('area')).toHaveTextContent('Drop to attach 1 file'))
  drag('drop', screen.getByText('Far away'), aFile())
  await waitFor(() => expect(onFiles).toHaveBeenCalledTimes(1))
  expect(screen.getByTestId('area')).not.toHaveTextContent('Drop to attach')

  drag('drop', screen.getByRole('button'), aFile())
  await waitFor(() => expect(onFiles).toHaveBeenCalledTimes(2))
})

it('tells the developer of a part without its zone', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => render(<FileDropzone.Button />)).toThrow(/Put it inside <FileDropzone.Root>/)
})

it('keeps its files to itself inside an area for the whole page', async () => {
  const [page, inner] = [vi.fn(), vi.fn()]
  render(
    <FileDropzone.Area onFiles={page}>
      <FileDropzone.Root data-testid="inner" onFiles={inner}>
        <FileDropzone.Input />
        <FileDropzone.Button />
      </FileDropzone.Root>
    </FileDropzone.Area>,
  )

  drag('drop', screen.getByTestId('inner'), aFile())
  await waitFor(() => expect(inner).toHaveBeenCalledTimes(1))
  await userEvent.upload(screen.getByLabelText('Choose files'), aFile())

  expect(inner).toHaveBeenCalledTimes(2)
  expect(page).not.toHaveBeenCalled()
})

it('takes the files of folders of any depth with their paths, and leaves out what systems put there', async () => {
  const { zone, onFiles } = renderZone()
  const many = Array.from({ length: 250 }, (_, index) => fileEntry(`${index}.pdf`))
  const plans = folderEntry('plans', [
    fileEntry('.DS_Store'),
    folderEntry('2026', [fileEntry('roof.dwg'), folderEntry('old', [fileEntry('Thumbs.db')])]),
    ...many,
  ])

  dropItems(zone, plans, { getAsFile: () => aFile({ name: 'alone.pdf' }), webkitGetAsEntry: () => null })

  await waitFor(() => expect(onFiles).toHaveBeenCalledTimes(1))
  const paths = onFiles.mock.calls[0]![0].map(pathOf)
  expect(paths).toHaveLength(252)
  expect(paths).toContain('plans/2026/roof.dwg')
  expect(paths).toContain('plans/249.pdf')
  expect(paths).toContain('alone.pdf')
})

it('loses nothing of a drop for one file or folder that cannot be read', async () => {
  const { zone, onFiles } = renderZone()
  const plans = folderEntry('plans', [
    {
      ...fileEntry('locked.pdf'),
      file: (_: unknown, fail: (error: Error) => void) => fail(new Error('locked')),
    },
    fileEntry('open.pdf'),
    folderEntry('secret', null),
  ])

  dropItems(zone, plans, { getAsFile: () => null, webkitGetAsEntry: () => fileEntry('gone.pdf') })

  await waitFor(() => expect(onFiles).toHaveBeenCalledTimes(1))
  const told = onFiles.mock.calls[0]![0].map((file) => `${pathOf(file)} ${isUnreadable(file)}`)
  expect(told).toEqual([
    'plans/locked.pdf true',
    'plans/open.pdf false',
    'plans/secret true',
    'gone.pdf true',
  ])
})

it('says that a folder was empty', async () => {
  const { zone, onFiles } = renderZone()
  dropItems(zone, folderEntry('nothing', [folderEntry('in it', [])]))
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('The folder is empty'))
  expect(onFiles).not.toHaveBeenCalled()
})

it('takes both of two drops when the second comes while the first is still being read', async () => {
  const { zone, names } = renderZone()
  const slow = createGate()
  dropItems(zone, folderEntry('large', [fileEntry('slow.pdf')], slow.opened))
  drag('drop', zone, aFile({ name: 'quick.pdf' }))
  await waitFor(() => expect(names()).toEqual([['quick.pdf']]))
  slow.open()
  await waitFor(() => expect(names()).toEqual([['quick.pdf'], ['slow.pdf']]))
})

it('hands on a folder that is read when the zone has gone', async () => {
  const { zone, names, unmount } = renderZone()
  const slow = createGate()
  dropItems(zone, folderEntry('large', [fileEntry('slow.pdf')], slow.opened))
  unmount()
  slow.open()
  await waitFor(() => expect(names()).toEqual([['slow.pdf']]))
})

it('says that it is reading a large folder', async () => {
  const { zone, names } = renderZone()
  const slow = createGate()
  dropItems(zone, folderEntry('large', [fileEntry('slow.pdf')], slow.opened))
  await waitFor(() => expect(zone).toHaveTextContent('Reading the folder…'))
  expect(zone).toHaveAttribute('data-reading')
  slow.open()
  await waitFor(() => expect(names()).toEqual([['slow.pdf']]))
  expect(zone).not.toHaveAttribute('data-reading')
})

it('asks the picker for a folder, and for files the next time', async () => {
  const { input } = renderZone({ accept: '.pdf' })
  const asked: boolean[] = []
  input.addEventListener('click', (event) => {
    event.preventDefault()
    asked.push(input.webkitdirectory)
  })
  await userEvent.click(screen.getByRole('button', { name: 'Choose a folder' }))
  input.dispatchEvent(new Event('cancel'))
  expect(input.webkitdirectory).toBe(false)
  await userEvent.click(chooseFiles())
  expect(asked).toEqual([true, false])
})

it('asks for no folder where one file is wanted', () => {
  renderZone({ multiple: false })
  expect(screen.queryByRole('button', { name: 'Choose a folder' })).not.toBeInTheDocument()
})

it('offers the camera on touch, never speaks of dropping there, and names photos apart', async () => {
  onTouch()
  const { zone, input, names } = renderZone()
  expect(zone).toHaveTextContent('Tap to choose or take a photo')
  expect(screen.queryByRole('button', { name: 'Choose a folder' })).not.toBeInTheDocument()
  const asked: (string | null)[] = []
  input.addEventListener('click', (event) => {
    event.preventDefault()
    asked.push(input.accept, input.getAttribute('capture'))
  })

  await userEvent.click(screen.getByRole('button', { name: 'Take photo' }))
  expect(asked).toEqual(['image/*', 'environment'])
  const taken = new Date(2026, 2, 9, 14, 5, 33).getTime()
  fireEvent.change(input, { target: { files: [new File(['x'], 'image.jpg', { lastModified: taken })] } })

  expect(names()).toEqual([['Photo 2026-03-09 14.05.33.jpg']])
  expect(input).not.toHaveAttribute('capture')
})

it('offers no camera where photos are not welcome', () => {
  onTouch()
  const { zone } = renderZone({ rules: { accept: ['.pdf'] } })
  expect(screen.queryByRole('button', { name: 'Take photo' })).not.toBeInTheDocument()
  expect(zone).toHaveTextContent('Tap to choose files')
})

it('names pasted pictures by the time, since browsers call all of them alike', () => {
  const { names } = renderZone()
  const at = new Date(2026, 10, 24, 9, 5, 7).getTime()
  const picture = () => new File(['x'], 'image.png', { type: 'image/png', lastModified: at })
  paste(chooseFiles(), [picture(), picture(), aFile({ name: 'plan.pdf' })])
  expect(names()).toEqual([
    ['Pasted image 2026-11-24 09.05.07.png', 'Pasted image 2026-11-24 09.05.07 (2).png', 'plan.pdf'],
  ])
})

it('takes pastes where it is told to: in the zone, on the whole page, or nowhere', () => {
  const { names, change } = renderZone()
  paste(document.body, [aFile({ name: 'a.pdf' })])
  expect(names()).toEqual([])
  change({ paste: 'page' })
  expect(paste(document.body, [aFile({ name: 'b.pdf' })]).defaultPrevented).toBe(true)
  expect(names()).toEqual([['b.pdf']])
  change({ paste: false })
  expect(paste(chooseFiles(), [aFile({ name: 'c.pdf' })]).defaultPrevented).toBe(false)
  expect(names()).toEqual([['b.pdf']])
})

it('leaves a paste to the text field it goes into', () => {
  const { names } = renderZone({ paste: 'page' })
  render(
    <>
      <textarea aria-label="Note" />
      <div contentEditable suppressContentEditableWarning>
        <b>Hello</b>
      </div>
    </>,
  )
  for (const target of [screen.getByLabelText('Note'), screen.getByText('Hello')]) {
    expect(paste(target, [aFile()]).defaultPrevented).toBe(false)
  }
  expect(names()).toEqual([])
})

it('takes a picture pasted into a text field of its own, but no text with a picture beside it', () => {
  const onFiles = vi.fn()
  render(
    <FileDropzone.Area onFiles={onFiles}>
      <textarea aria-label="Comment" />
    </FileDropzone.Area>,
  )
  paste(screen.getByLabelText('Comment'), [aFile({ name: 'cells.png' })], '1\t2')
  expect(onFiles).not.toHaveBeenCalled()
  paste(screen.getByLabelText('Comment'), [aFile({ name: 'a.png' })])
  expect(onFiles).toHaveBeenCalledTimes(1)
})

it('leaves a paste to the zone that has the focus', () => {
  const { names } = renderZone({ paste: 'page' })
  const inner = vi.fn()
  render(
    <FileDropzone.Root onFiles={inner} data-testid="other">
      <FileDropzone.Input />
    </FileDropzone.Root>,
  )
  paste(screen.getByTestId('other'), [aFile()])
  expect(inner).toHaveBeenCalledTimes(1)
  expect(names()).toEqual([])
})

it('says while files are dragged how many of them are surely refused, and why', async () => {
  const { zone } = renderZone({ rules: { accept: ['.pdf', 'image/jpeg'] } })
  drag('dragenter', zone, aFile(), png('a.png'), png('b.png'))
  await waitFor(() => expect(zone).toHaveAttribute('data-drag', 'reject'))
  expect(zone).toHaveTextContent('2 of these 3 files can’t be added')
  expect(zone).toHaveTextContent('Only PDF or JPG can be added here')
})

it.each([
  ['a type that says little', { accept: ['.csv'] }, 'application/vnd.ms-excel'],
  ['a type that nobody knows', { accept: ['.pdf'] }, 'application/x-strange'],
  ['no type, as folders have', { accept: ['.pdf'] }, ''],
  ['an extension whose type nobody knows', { accept: ['.xyz'] }, 'image/png'],
  ['more files than may be', { maxCount: 1 }, 'image/png'],
])('refuses nothing before the drop for %s', async (_, rules, type) => {
  const { zone } = renderZone({ rules })
  drag('dragenter', zone, aFile({ name: 'a', type }), aFile({ name: 'b', type }))
  await waitFor(() => expect(zone).toHaveAttribute('data-drag', 'accept'))
})

it('hands on what it has warned of: refusing is for the intake', async () => {
  const { zone, names } = renderZone({ rules: { accept: ['.pdf'] } })
  drag('drop', zone, aFile({ name: 'a.pdf' }), png('b.png'))
  await waitFor(() => expect(names()).toEqual([['a.pdf', 'b.png']]))
})

it('tells the picker what the rules allow, unless it is told otherwise', () => {
  const { input, change } = renderZone({ rules: { accept: ['pdf', '.dwg', 'image/*'] } })
  expect(input).toHaveAttribute('accept', '.pdf,.dwg,image/*')
  change({ accept: '.pdf' })
  expect(input).toHaveAttribute('accept', '.pdf')
})

it('says that files are dragged where the browser does not say how many', async () => {
  const { zone } = renderZone()
  const event = new DragEvent('dragenter', { bubbles: true, dataTransfer: new DataTransfer() })
  Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], items: [] } })
  fireEvent(zone, event)
  await waitFor(() => expect(zone).toHaveTextContent('Drop to add files'))
})

it('is not moved by dragged text, and leaves it to the text fields in it', () => {
  const { zone } = renderZone()
  const over = dragItems('dragenter', zone, (items) => items.add('words', 'text/plain'))
  expect(over.defaultPrevented).toBe(false)
  expect(dragItems('dragover', zone, (items) => items.add('words', 'text/plain')).defaultPrevented).toBe(
    false,
  )
  expect(dragItems('drop', zone, (items) => items.add('words', 'text/plain')).defaultPrevented).toBe(false)
  expect(zone).not.toHaveAttribute('data-drag')
})

it('says why it is disabled', () => {
  const { zone } = renderZone({ disabled: 'Ask an administrator for the right to add files' })
  expect(zone).toHaveTextContent('You can’t add files here')
  expect(zone).not.toHaveTextContent('PDF only')
  expect(chooseFiles()).toHaveAccessibleDescription('Ask an administrator for the right to add files')
})

it('has no button when it is full, keeps the focus, and has it again when there is room', async () => {
  const rules = { maxCount: 2 }
  const { zone, change } = renderZone({ rules, count: 1 })
  act(() => chooseFiles().focus())

  change({ rules, count: 2 })
  expect(zone).toHaveAttribute('data-full')
  expect(zone).toHaveTextContent('2 of 2 files added')
  expect(zone).toHaveTextContent('Remove a file to add another one')
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
  await waitFor(() => expect(zone).toHaveFocus())
  expect(screen.getByRole('group', { name: '2 of 2 files added' })).toBe(zone)

  drag('dragenter', zone, aFile())
  await waitFor(() => expect(zone).toHaveAttribute('data-drag', 'reject'))
  drag('dragleave', zone, aFile())
  change({ rules, count: 1 })
  expect(chooseFiles()).toBeInTheDocument()
  expect(zone).toHaveFocus()
})

it('describes its button by the rules', () => {
  renderZone()
  expect(chooseFiles()).toHaveAccessibleDescription('PDF only')
})

it('shows no drag any more after a drop within the same moment', async () => {
  const { zone, names } = renderZone()
  drag('dragenter', zone, aFile())
  drag('drop', zone, aFile())
  await waitFor(() => expect(names()).toHaveLength(1))
  await act(() => Promise.resolve())
  expect(zone).not.toHaveAttribute('data-drag')
})

function png(name: string): File {
  return aFile({ name, type: 'image/png' })
}

/** As browsers without file handles tell of a folder: a hundred entries at a time. */
function folderEntry(name: string, children: readonly object[] | null, ready = Promise.resolve()): object {
  const entry = {
    name,
    isDirectory: true,
    createReader() {
      let next = 0
      return {
        readEntries(give: (entries: readonly unknown[]) => void, fail: (error: Error) => void) {
          void ready.then(() => {
            if (!children) return fail(new Error('locked'))
            give(children.slice(next, (next += 100)).map(entryOf))
          })
        },
      }
    },
  }
  return { ...entry, webkitGetAsEntry: () => entry, getAsFile: () => null }
}

function fileEntry(name: string) {
  return { name, isDirectory: false, file: (give: (file: File) => void) => give(aFile({ name })) }
}

function entryOf(child: object): unknown {
  return 'webkitGetAsEntry' in child ? (child.webkitGetAsEntry as () => unknown)() : child
}

function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}

it('leaves alone what happens in a dialog that is only rendered from inside of it', async () => {
  const onFiles = vi.fn<() => void>()
  render(
    <FileDropzone.Root onFiles={onFiles}>
      <FileDropzone.Input />
      {createPortal(<p>Dialog</p>, document.body)}
    </FileDropzone.Root>,
  )
  const opened = watchPicker(document.querySelector<HTMLInputElement>('input[type=file]')!)

  await userEvent.click(screen.getByText('Dialog'))
  drag('drop', screen.getByText('Dialog'), aFile())
  expect(paste(screen.getByText('Dialog'), [aFile()]).defaultPrevented).toBe(false)
  await new Promise(requestAnimationFrame)

  expect(opened).not.toHaveBeenCalled()
  expect(onFiles).not.toHaveBeenCalled()
})

it('works where browser and media queries are only played, as in the tests of an app', async () => {
  vi.stubGlobal('matchMedia', undefined)
  const { zone, names } = renderZone()
  expect(chooseFiles()).toBeInTheDocument()

  dropItems(zone, { type: 'application/pdf', getAsFile: () => aFile({ name: 'a.pdf' }) })

  await waitFor(() => expect(names()).toEqual([['a.pdf']]))
  vi.unstubAllGlobals()
})
