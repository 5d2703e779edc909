import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { memo, Profiler, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { expect, it, vi } from 'vitest'
import { useFileUpload } from '../../src/hooks/use-file-upload.js'
import type { FileListRowsHandle, Upload } from '../../src/index.js'
import * as FileList from '../../src/parts/file-list/index.js'
import { createApp } from '../support/render-with-files.js'

const Row = memo(function Row({ upload }: { readonly upload: Upload }) {
  return (
    <FileList.Item upload={upload}>
      <FileList.Name />
      <FileList.CancelButton />
      <FileList.RemoveButton />
    </FileList.Item>
  )
})

interface UploadsProps {
  readonly onRange?: (range: { from: number; to: number }) => void
  readonly handle?: React.Ref<FileListRowsHandle>
  readonly density?: 'compact'
}

function Uploads({ onRange, handle, density }: UploadsProps) {
  const { uploads } = useFileUpload({ scope: 's' })
  const last = useRef<HTMLButtonElement>(null)
  return (
    <div className="ef-panel">
      <button>Before</button>
      <FileList.Root aria-label="Uploads" focusFallback={last} density={density}>
        <FileList.Rows items={uploads} keyOf={(upload) => upload.id} onRange={onRange} handle={handle}>
          {(upload) => <Row upload={upload} />}
        </FileList.Rows>
      </FileList.Root>
      <button ref={last}>After</button>
    </div>
  )
}

const files = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => new File(['x'], `${from + index}.pdf`))

function addTo(app: ReturnType<typeof createApp>, count: number, from = 0): readonly Upload[] {
  let added: readonly Upload[] = []
  act(() => {
    added = app.client.uploads.add(files(count, from), { scope: 's', autoStart: false })
  })
  return added
}

const list = () => screen.getByRole('list', { name: 'Uploads' })
const shown = () => [...list().children].map((row) => row.querySelector('.ef-name')?.textContent)
const rowOf = (name: string) => screen.getByText(name).closest('li')!
/** The rows in view are known, and only they are in the page. */
const settled = () => waitFor(() => expect(roomBelow(list())).not.toBe(''))
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
const roomBelow = (element: Element) => (element.lastElementChild as HTMLElement).style.marginBlockEnd

it('puts up to 100 rows into the page as they are', () => {
  const app = createApp()
  app.render(<Uploads />)
  addTo(app, 100)
  expect(list().children).toHaveLength(100)
  expect(list()).not.toHaveAttribute('data-virtual')
  expect(rowOf('0.pdf')).not.toHaveAttribute('aria-setsize')
  expect(rowOf('0.pdf')).not.toHaveAttribute('tabindex')
})

it('keeps of 10,000 rows those in view in the page, and tells the place of each', async () => {
  const app = createApp()
  const onRange = vi.fn()
  app.render(<Uploads onRange={onRange} />)
  addTo(app, 10_000)
  await settled()

  expect(list().children.length).toBeLessThan(40)
  expect(rowOf('0.pdf')).toHaveAttribute('aria-setsize', '10000')
  expect(rowOf('1.pdf')).toHaveAttribute('aria-posinset', '2')
  expect(list().clientHeight).toBe(480)
  // As high as if all were there.
  expect(list().scrollHeight).toBeGreaterThan(9_000 * 40)

  list().scrollTop = list().scrollHeight / 2
  await waitFor(() => expect(Number(rowOf(shown().at(-1)!).ariaPosInSet)).toBeGreaterThan(4000))
  const { from, to } = onRange.mock.lastCall![0] as { from: number; to: number }
  expect(shown()).toContain(`${from}.pdf`)
  expect(shown()).toContain(`${to}.pdf`)
  expect(to - from).toBeLessThan(14)
  const view = list().getBoundingClientRect()
  expect(rowOf(`${from}.pdf`).getBoundingClientRect().bottom).toBeGreaterThanOrEqual(view.top)
  expect(rowOf(`${to}.pdf`).getBoundingClientRect().top).toBeLessThanOrEqual(view.bottom)
})

it('is one tab stop whose rows are walked with the keys', async () => {
  const app = createApp()
  app.render(<Uploads />)
  addTo(app, 1000)
  await settled()
  screen.getByRole('button', { name: 'Before' }).focus()

  await userEvent.tab()
  expect(rowOf('0.pdf')).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(rowOf('2.pdf')).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}')
  expect(rowOf('1.pdf')).toHaveFocus()

  await userEvent.tab()
  expect(screen.getByRole('button', { name: 'Cancel, 1.pdf' })).toHaveFocus()
  await userEvent.tab()
  expect(screen.getByRole('button', { name: 'After' })).toHaveFocus()
  await userEvent.tab({ shift: true })
  await userEvent.tab({ shift: true })
  expect(rowOf('1.pdf')).toHaveFocus()

  await userEvent.keyboard('{PageDown}')
  expect(Number((document.activeElement as HTMLElement).dataset['index'])).toBeGreaterThan(4)
  await userEvent.keyboard('{End}')
  expect(rowOf('999.pdf')).toHaveFocus()
  await waitFor(() => {
    const { bottom } = rowOf('999.pdf').getBoundingClientRect()
    expect(Math.abs(bottom - list().getBoundingClientRect().bottom)).toBeLessThan(2)
    expect(shown()).toContain('992.pdf')
  })
  await userEvent.keyboard('{Home}')
  expect(rowOf('0.pdf')).toHaveFocus()
  await waitFor(() => expect(list().scrollTop).toBe(0))
})

it('keeps the row one is at in the page wherever the list is scrolled to', async () => {
  const app = createApp()
  app.render(<Uploads />)
  addTo(app, 1000)
  await settled()
  const cancel = screen.getByRole('button', { name: 'Cancel, 3.pdf' })
  act(() => cancel.focus())

  list().scrollTop = 20_000
  await waitFor(() => expect(Number(rowOf(shown().at(-1)!).ariaPosInSet)).toBeGreaterThan(300))

  expect(cancel).toHaveFocus()
  expect(shown()[0]).toBe('3.pdf')
  // The rows in view stand where they would with all rows there.
  const second = list().children[1] as HTMLElement
  const rowHeight = rowOf('3.pdf').getBoundingClientRect().height
  expect(second.offsetTop - list().offsetTop).toBeCloseTo(Number(second.dataset['index']) * rowHeight, -1)
  await userEvent.keyboard('{ArrowDown}')
  expect(rowOf('4.pdf')).toHaveFocus()
})

it.each(['in the page', 'in a shadow root'])('moves the focus on when its row goes, %s', async (where) => {
  const app = createApp()
  const host = document.body.appendChild(document.createElement('div'))
  const root = where === 'in the page' ? host : host.attachShadow({ mode: 'open' })
  app.render(<>{createPortal(<Uploads />, root)}</>)
  const added = addTo(app, 150)
  const inList = () => root.querySelector('ul')!
  await waitFor(() => expect(roomBelow(inList())).not.toBe(''))
  const focused = () => (root instanceof ShadowRoot ? root.activeElement : document.activeElement)
  const at = () => focused()?.closest('li')?.querySelector('.ef-name')?.textContent

  act(() => inList().querySelector<HTMLElement>('[data-index="4"]')!.focus())
  act(() => added[4]!.dismiss())
  await waitFor(() => expect(at()).toBe('5.pdf'))
  expect(focused()).toHaveAttribute('tabindex', '0')

  act(() => inList().querySelector<HTMLElement>('[data-index="6"] button')!.focus())
  act(() => added[7]!.dismiss())
  await waitFor(() => expect(at()).toBe('8.pdf'))
  expect(focused()?.tagName).toBe('BUTTON')
  host.remove()
})

it('keeps rows, focus and sight of it while it grows over 100 and shrinks again', async () => {
  const app = createApp()
  app.render(<Uploads />)
  addTo(app, 100)
  const row = rowOf('60.pdf')
  act(() => row.querySelector('button')!.focus())

  const more = addTo(app, 10, 100)
  await settled()
  await waitFor(() => expect(list().children.length).toBeLessThan(60))
  expect(rowOf('60.pdf')).toBe(row)
  expect(row).toContainElement(document.activeElement as HTMLElement)
  const view = list().getBoundingClientRect()
  expect(row.getBoundingClientRect().top).toBeGreaterThanOrEqual(view.top - 1)
  expect(row.getBoundingClientRect().bottom).toBeLessThanOrEqual(view.bottom + 1)

  act(() => app.client.uploads.remove(more))
  expect(list().children).toHaveLength(100)
  expect(rowOf('60.pdf')).toBe(row)
  expect(row).toContainElement(document.activeElement as HTMLElement)
  expect(list()).not.toHaveAttribute('data-virtual')
  expect(roomBelow(list())).toBe('')
})

it.each(['first', 'last'])('keeps the focus at the %s row, itself, when few rows are left', async (which) => {
  const app = createApp()
  app.render(<Uploads />)
  const added = addTo(app, 105)
  await settled()
  act(() => rowOf('0.pdf').focus())
  if (which === 'last') await userEvent.keyboard('{End}')
  const row = rowOf(which === 'last' ? '104.pdf' : '0.pdf')
  expect(row).toHaveFocus()

  act(() => app.client.uploads.remove(added.slice(20, 80)))
  await nextFrame()

  expect(list()).not.toHaveAttribute('data-virtual')
  expect(row).toHaveFocus()
})

it('tells the rows in view once, also to who keeps them in a state', async () => {
  const app = createApp()
  const onRange = vi.fn()
  function Page() {
    const [range, setRange] = useState({ from: 0, to: 0 })
    const tell = (now: typeof range) => {
      onRange(now)
      setRange(now)
    }
    return (
      <>
        <output>{range.to}</output>
        <Uploads onRange={tell} />
      </>
    )
  }
  app.render(<Page />)
  addTo(app, 1000)
  await settled()
  await waitFor(() => expect(Number(screen.getByRole('status').textContent)).toBeGreaterThan(5))
  const told = onRange.mock.calls.map(([range]) => JSON.stringify(range))
  expect(told).toEqual([...new Set(told)])
})

it('renders no row again when it learns which are in view', async () => {
  const app = createApp()
  const again: string[] = []
  const Watched = memo(function Watched({ upload }: { readonly upload: Upload }) {
    const note = (name: string, phase: string) => phase !== 'mount' && again.push(name)
    return (
      <Profiler id={upload.file.name} onRender={note}>
        <Row upload={upload} />
      </Profiler>
    )
  })
  const added = app.client.uploads.add(files(1000), { scope: 's', autoStart: false })
  app.render(
    <FileList.Root aria-label="Uploads">
      <FileList.Rows items={added} keyOf={(upload) => upload.id}>
        {(upload) => <Watched upload={upload} />}
      </FileList.Rows>
    </FileList.Root>,
  )
  await settled()
  expect(again).toEqual([])

  act(() => rowOf('0.pdf').focus())
  await userEvent.keyboard('{ArrowDown}')
  expect(new Set(again)).toEqual(new Set(['0.pdf', '1.pdf']))
})

it('leaves a row its own use of the keys', async () => {
  const app = createApp()
  app.render(
    <FileList.Root aria-label="Uploads">
      {app.client.uploads.add(files(2), { scope: 's', autoStart: false }).map((upload) => (
        <FileList.Item key={upload.id} upload={upload}>
          <input type="radio" name={upload.id} aria-label={`public ${upload.file.name}`} />
          <input type="radio" name={upload.id} aria-label={`private ${upload.file.name}`} />
          <button onKeyDown={(event) => event.preventDefault()}>Menu</button>
        </FileList.Item>
      ))}
    </FileList.Root>,
  )
  await userEvent.click(screen.getByRole('radio', { name: 'public 0.pdf' }))
  await userEvent.keyboard('{ArrowDown}')
  expect(screen.getByRole('radio', { name: 'private 0.pdf' })).toHaveFocus()
  const [menu] = screen.getAllByRole('button', { name: 'Menu' })
  act(() => menu!.focus())
  await userEvent.keyboard('{ArrowDown}')
  expect(menu).toHaveFocus()
})

it('follows the density and the width, and keeps what is on top', async () => {
  const app = createApp()
  const { rerender } = app.render(<Uploads />)
  addTo(app, 1000)
  await settled()
  list().scrollTop = 10_000
  const top = () => {
    const { top: edge } = list().getBoundingClientRect()
    return [...list().children].findIndex((row) => row.getBoundingClientRect().bottom > edge + 2)
  }
  await waitFor(() => expect(shown()[top()]).toBe('178.pdf'))

  rerender(<Uploads density="compact" />)

  await waitFor(() => expect(list().scrollHeight).toBeLessThan(1000 * 45))
  await waitFor(() => expect(shown()[top()]).toBe('178.pdf'))
})

it('leads to a row by its index', async () => {
  const app = createApp()
  const handle: { current: FileListRowsHandle | null } = { current: null }
  app.render(<Uploads handle={handle} />)
  addTo(app, 1000)
  await settled()

  act(() => handle.current?.focus(500))
  expect(rowOf('500.pdf')).toHaveFocus()
  act(() => handle.current?.scrollTo(900))
  await waitFor(() => expect(shown()).toContain('900.pdf'))
})
