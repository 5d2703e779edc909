import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { useRef } from 'react'
import { expect, it, vi } from 'vitest'
import type { FileUploadHandle, IntakeRules } from '../../src/index.js'
import { groupRefusals, IntakeReport, useFileUpload } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const onChoose = vi.fn()
const named = (...names: string[]) => names.map((name) => aFile({ name, sizeBytes: 1000 }))

function renderReport(rules: IntakeRules) {
  const app = createApp()
  let handle: FileUploadHandle | undefined
  function Report() {
    handle = useFileUpload({ scope: 's', autoStart: false, rules })
    const { intake } = handle
    const button = useRef<HTMLButtonElement>(null)
    return (
      <>
        <button ref={button}>Choose files</button>
        <IntakeReport.Root intake={intake} focusFallback={button}>
          <div>
            <IntakeReport.Title />
            <IntakeReport.DismissButton />
          </div>
          {groupRefusals(intake.report?.refused ?? []).map((group) => (
            <IntakeReport.Group key={group.key} group={group} data-testid={group.reason}>
              <IntakeReport.Details>
                <IntakeReport.Reason />
                <IntakeReport.Files />
              </IntakeReport.Details>
              <IntakeReport.ChooseOthersButton onClick={onChoose} />
              <IntakeReport.AddAnywayButton />
            </IntakeReport.Group>
          ))}
        </IntakeReport.Root>
        <IntakeReport.LiveRegion intake={intake} />
      </>
    )
  }
  const show = () => app.render(<Report />)
  const { unmount } = show()
  return {
    ...app,
    show,
    unmount,
    add: (...files: File[]) => act(async () => void (await handle?.add(files))),
  }
}

const report = () => screen.queryByRole('region', { name: 'Result of adding files' })

it('is not there while all comes in', async () => {
  const { add } = renderReport({})
  await add(...named('a.pdf'))
  expect(report()).not.toBeInTheDocument()
  expect(screen.getByRole('alert')).toBeEmptyDOMElement()
})

it('says by reason what did not come in', async () => {
  const { add } = renderReport({ accept: ['.pdf'], maxSizeBytes: 1000 })
  await add(...named('a.pdf', 'b.exe', 'c.exe', 'a.pdf'), aFile({ name: 'large.pdf', sizeBytes: 212_000 }))

  expect(report()).toHaveTextContent('1 added, 4 need attention')
  expect(report()).toHaveAttribute('data-tone', 'warning')
  expect(screen.getByTestId('type')).toHaveTextContent(
    '2 files are of another type. Only PDF can be added here',
  )
  expect(screen.getByTestId('too-large').textContent).toMatch(/large\.pdf.? is 212\skB\. The limit is 1\skB/)
  expect(screen.getByTestId('duplicate')).toHaveTextContent('1 file is already here')
  expect((await axe.run(document.body)).violations).toEqual([])
})

it('shows the files of a group, with what speaks against them or where they came from', async () => {
  const { add } = renderReport({ maxSizeBytes: 10, accept: ['.pdf'] })
  const deep = Object.defineProperty(aFile({ name: 'deep.exe' }), 'relativePath', {
    value: 'plans/2026/deep.exe',
  })
  await add(...named('a\u202efdp.exe'), deep, aFile({ name: 'b.pdf', sizeBytes: 88_000_000 }))

  const reason = screen.getByText(/2 files are of another type/)
  const files = within(screen.getByTestId('type')).getByRole('list', { hidden: true })
  expect(files).not.toBeVisible()
  await userEvent.click(reason)
  expect(files).toBeVisible()
  expect([...files.children].map((item) => item.textContent)).toEqual([
    'a\ufffdfdp.exe',
    'deep.exeplans/2026',
  ])
  await userEvent.click(within(screen.getByTestId('too-large')).getByText(/limit/))
  expect(within(screen.getByTestId('too-large')).getByRole('listitem').textContent).toMatch(/b\.pdf88\sMB/)
})

it('shows a hundred of thousands, and how many more there are', async () => {
  const { add } = renderReport({ accept: ['.pdf'] })
  await add(...Array.from({ length: 9963 }, (_, index) => aFile({ name: `${index}.exe` })))

  await waitFor(() => expect(report()).toHaveTextContent('9,963 files were not added'))
  const items = within(screen.getByTestId('type')).getAllByRole('listitem', { hidden: true })
  expect(items).toHaveLength(101)
  expect(items.at(-1)).toHaveTextContent('and 9,863 more')
})

it('offers what helps: other files, the same once more, or adding them anyway', async () => {
  const { add, client } = renderReport({ accept: ['.pdf'], maxCount: 2 })
  await add(...named('a.pdf', 'a.pdf', 'b.exe', 'c.pdf', 'd.pdf'))
  const buttonsOf = (reason: string) =>
    within(screen.getByTestId(reason))
      .queryAllByRole('button')
      .map((button) => button.textContent)
  expect(buttonsOf('type')).toEqual(['Choose others'])
  expect(buttonsOf('duplicate')).toEqual(['Add anyway'])
  expect(buttonsOf('too-many')).toEqual([])

  await userEvent.click(screen.getByRole('button', { name: /^Choose others, .*b\.exe/ }))
  expect(onChoose).toHaveBeenCalledTimes(1)

  client.uploads.list('s').getState()[1]?.cancel()
  await userEvent.click(screen.getByRole('button', { name: 'Add anyway, 1 file is already here' }))
  expect(client.uploads.list('s').getState()).toHaveLength(3)
  expect(report()).toHaveTextContent('3 added, 2 need attention')
})

it('keeps the focus near when a group goes, and gives it back when the report does', async () => {
  const { add } = renderReport({ accept: ['.pdf'] })
  await add(...named('a.pdf', 'a.pdf', 'b.exe'))

  screen.getByRole('button', { name: /^Add anyway/ }).focus()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(screen.getByRole('button', { name: /^Choose others/ })).toHaveFocus())

  screen.getByRole('button', { name: 'Dismiss' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(report()).not.toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus())
})

it('says once, aloud, how many did not come in', async () => {
  const { add } = renderReport({ accept: ['.pdf'] })
  const region = screen.getByRole('alert')
  await add(...named('a.pdf', 'a.pdf', 'b.exe', 'c.exe'))
  const said = region.firstElementChild
  expect(said).toHaveTextContent('3 files were not added.')

  await userEvent.click(screen.getByRole('button', { name: /^Add anyway/ }))
  expect(region.firstElementChild).toBe(said)
  expect(said).toHaveTextContent('3 files were not added.')

  await add(...named('a.exe', 'b.exe', 'c.exe'))
  expect(region).toHaveTextContent('3 files were not added.')
  expect(region.firstElementChild).not.toBe(said)
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(region).toBeEmptyDOMElement()
})

it('is silent while files that were added anyway are looked at', async () => {
  const { add } = renderReport({ accept: ['.pdf'], validate: async () => {} })
  const region = screen.getByRole('alert')
  await add(...named('a.pdf', 'a.pdf', 'b.exe'))
  const said = region.firstElementChild
  expect(said).toHaveTextContent('2 files were not added.')
  const spoken = vi.fn()
  const observer = new MutationObserver(spoken)
  observer.observe(region, { childList: true, subtree: true, characterData: true })

  await userEvent.click(screen.getByRole('button', { name: /^Add anyway/ }))
  await waitFor(() => expect(screen.getByText('2 added, 1 needs attention')).toBeInTheDocument())
  await new Promise(requestAnimationFrame)

  expect(spoken).not.toHaveBeenCalled()
  observer.disconnect()
})

it('says what is missing around a part', () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { render } = createApp()
  expect(() => render(<IntakeReport.Title />)).toThrow('Put it inside <IntakeReport.Root>.')
  expect(() => render(<IntakeReport.Files />)).toThrow('Put it inside <IntakeReport.Group>.')
  silent.mockRestore()
})

it('does not say again what was said before it was shown once more', async () => {
  const { add, unmount, show } = renderReport({ accept: ['.pdf'] })
  await add(...named('b.exe'))
  expect(screen.getByRole('alert')).toHaveTextContent('1 file was not added.')
  unmount()

  show()

  expect(report()).toBeInTheDocument()
  expect(screen.getByRole('alert')).toBeEmptyDOMElement()
  await add(...named('c.exe'))
  expect(screen.getByRole('alert')).toHaveTextContent('1 file was not added.')
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  await add(...named('d.exe'))
  expect(screen.getByRole('alert')).toHaveTextContent('1 file was not added.')
})
