import { act, screen } from '@testing-library/react'
import { memo } from 'react'
import { expect, it } from 'vitest'
import { UploadRow } from '../../src/components/upload-row.js'
import { useFileUpload } from '../../src/hooks/use-file-upload.js'
import { FilesProvider } from '../../src/hooks/files-provider.js'
import { de } from '../../src/locales/de.js'
import type { Messages } from '../../src/locales/messages.js'
import * as FileList from '../../src/parts/file-list/index.js'
import * as UploadSummary from '../../src/parts/upload-summary/index.js'
import type { ManualSending } from '../../src/testing.js'
import { aFile, createManualClock } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

function setUp(messages?: Messages) {
  const clock = createManualClock()
  const app = createApp({ clock })
  const List = memo(function List() {
    const { uploads, scope } = useFileUpload({ scope: 's' })
    return (
      <FilesProvider client={app.client} {...(messages && { messages })}>
        <UploadSummary.Root scope={scope}>
          <UploadSummary.Size />
          <UploadSummary.Speed data-testid="speed" />
          <UploadSummary.TimeLeft data-testid="time-left" />
          <UploadSummary.Progress />
        </UploadSummary.Root>
        <FileList.Root aria-label="Uploads">
          {uploads.map((upload) => (
            <UploadRow key={upload.id} upload={upload} />
          ))}
        </FileList.Root>
      </FilesProvider>
    )
  })
  app.render(<List />)
  const add = (...names: readonly string[]) =>
    act(async () => {
      app.client.uploads.add(
        names.map((name) => aFile({ name, sizeBytes: 10_000_000 })),
        { scope: 's' },
      )
    })
  async function send(sending: ManualSending, seconds: number, perSecond: number, from = 0) {
    for (let tenth = 1; tenth <= seconds * 10; tenth++) {
      await act(async () => {
        await clock.advance(100)
        sending.progress(from + (tenth * perSecond) / 10)
      })
    }
  }
  return { ...app, clock, add, send }
}

it('says in the row how fast and how long, and to who listens in whole words', async () => {
  const { put, add, send, clock } = setUp()
  await add('a.mov')
  const sending = await put.next()
  await send(sending, 1.5, 100_000)
  expect(screen.getByRole('listitem').textContent).toMatch(/1\s%0.2 of 10\sMB$/)

  await send(sending, 8.5, 100_000, 150_000)
  expect(screen.getByRole('listitem')).toHaveTextContent('10 %1 of 10 MB99 kB/s1 min 30 s left')
  expect(screen.getByRole('progressbar', { name: 'a.mov' })).toHaveAttribute(
    'aria-valuetext',
    '10 percent, 1 minute 30 seconds left',
  )

  await act(() => clock.advance(6000))
  expect(screen.getByRole('listitem').textContent).toMatch(/1 of 10\sMB$/)
  expect(screen.getByRole('progressbar', { name: 'a.mov' })).toHaveAttribute('aria-valuetext', '10 percent')
})

it('says it of all uploads together, and nothing of what is paused', async () => {
  const { put, client, add, send } = setUp()
  await add('a.mov', 'b.mov')
  const sending = await put.next()
  await send(sending, 10, 100_000)

  expect(screen.getByTestId('speed').textContent).toMatch(/^(9\d|100)\skB\/s$/)
  expect(screen.getByTestId('time-left')).toHaveTextContent('3 min left')
  expect(screen.getByRole('progressbar', { name: 'All uploads' })).toHaveAttribute(
    'aria-valuetext',
    '5 percent, 3 minutes left',
  )

  act(() => client.uploads.all().forEach((upload) => upload.pause()))
  expect(screen.queryByTestId('speed')).not.toBeInTheDocument()
  expect(screen.queryByTestId('time-left')).not.toBeInTheDocument()
})

it('renders neither for a tick, and each at most once a second', async () => {
  const clock = createManualClock()
  const { client, put, render } = createApp({ clock })
  const renders = { speed: 0, timeLeft: 0 }
  const counted = (part: keyof typeof renders) => (props: Readonly<Record<string, unknown>>) => {
    renders[part]++
    return <span {...props} />
  }
  const [upload] = client.uploads.add([aFile({ sizeBytes: 10_000_000 })], { scope: 's' })
  render(
    <FileList.Item upload={upload!}>
      <FileList.Speed render={counted('speed')} />
      <FileList.TimeLeft render={counted('timeLeft')} />
    </FileList.Item>,
  )
  const sending = await put.next()
  let sentBytes = 0
  // Faster and faster, so that the words change all the time.
  for (let tick = 1; tick <= 100; tick++) {
    await act(() => clock.advance(100))
    const before = { ...renders }
    act(() => sending.progress((sentBytes += tick * 400)))
    expect(renders).toEqual(before)
  }

  expect(renders.speed).toBeGreaterThan(0)
  // Ten seconds, and StrictMode renders twice.
  expect(renders.speed).toBeLessThanOrEqual(20)
  expect(renders.timeLeft).toBeLessThanOrEqual(20)
})

it('says it in German', async () => {
  const { put, add, send } = setUp(de)
  await add('a.mov')
  await send(await put.next(), 10, 1_400_000 / 2)

  expect(screen.getByRole('listitem')).toHaveTextContent('70 %7 von 10 MB690 kB/snoch wenige Sekunden')
})
