import { act, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { IntakeRules, Refusal, UseFileUploadOptions } from '../../src/index.js'
import { useFileUpload } from '../../src/index.js'
import { aFile, createManualClock } from '../../src/testing.js'
import { formats } from '../intake/bytes-of-formats.js'
import { createApp } from '../support/render-with-files.js'

const named = (...names: string[]) => names.map((name) => aFile({ name }))
const refusedBy = (refused: readonly Refusal[] = []) =>
  refused.map(({ path, reason }) => `${path}: ${reason}`)

function renderUpload(options: UseFileUploadOptions = {}) {
  const app = createApp()
  const hook = app.renderHook((props: UseFileUploadOptions) => useFileUpload(props), {
    scope: 's',
    autoStart: false,
    ...options,
  })
  const { result } = hook
  const names = () => result.current.uploads.map(({ file }) => file.name)
  const add = (files: readonly File[]) => act(() => result.current.add(files))
  return { ...app, ...hook, names, add }
}

it('lists what is welcome when add returns, and reports the rest', () => {
  const { result, names } = renderUpload({ rules: { accept: ['.pdf'], maxCount: 2 } })

  act(() => {
    void result.current.add(named('a.pdf', 'b.exe', 'c.pdf', 'd.pdf'))
    expect(result.current.uploads).toEqual([])
  })

  expect(names()).toEqual(['a.pdf', 'c.pdf'])
  expect(result.current.count).toBe(2)
  expect(result.current.intake).toMatchObject({ isChecking: false, report: { added: 2 } })
  expect(refusedBy(result.current.intake.report?.refused)).toEqual(['b.exe: type', 'd.pdf: too-many'])
})

it('answers with the report of just these files', async () => {
  const { add } = renderUpload({ rules: { accept: ['.pdf'] } })
  await add(named('x.exe'))

  const report = await add(named('a.pdf', 'b.exe'))

  expect(report).toMatchObject({ added: 1, refused: [{ path: 'b.exe' }] })
})

it('reports the last files only, and nothing once all come in', async () => {
  const { result, add } = renderUpload({ rules: { accept: ['.pdf'] } })
  await add(named('x.exe'))
  await add(named('y.exe', 'z.exe'))
  expect(refusedBy(result.current.intake.report?.refused)).toEqual(['y.exe: type', 'z.exe: type'])
  await add([])
  expect(result.current.intake.report).not.toBeNull()

  await add(named('a.pdf'))

  expect(result.current.intake.report).toBeNull()
})

it('merges the reports of files that were added while others were still being looked at', async () => {
  const answers: (() => void)[] = []
  const validate = () => new Promise<string>((resolve) => answers.push(() => resolve('No')))
  const { result, add } = renderUpload({ rules: { accept: ['.pdf'], validate } })
  const first = result.current.add(named('a.pdf', 'x.exe'))
  await waitFor(() => expect(answers).toHaveLength(1))
  expect(result.current.intake.isChecking).toBe(true)
  const second = result.current.add(named('y.exe'))

  await act(async () => {
    answers[0]?.()
    await Promise.all([first, second])
  })

  expect(refusedBy(result.current.intake.report?.refused)).toEqual([
    'x.exe: type',
    'y.exe: type',
    'a.pdf: invalid',
  ])
  expect(result.current.intake.isChecking).toBe(false)
  await add(named('b.exe'))
  expect(result.current.intake.report?.refused).toHaveLength(1)
})

it('keeps the report while the component is away', async () => {
  const { result, unmount, renderHook, add } = renderUpload({ rules: { accept: ['.pdf'] } })
  await add(named('x.exe'))
  unmount()

  const again = renderHook(() => useFileUpload({ scope: 's' }))

  expect(again.result.current.intake.report).toBe(result.current.intake.report)
})

it('goes on looking at files when the component unmounts', async () => {
  let answer = () => {}
  const validate = () => new Promise<void>((resolve) => (answer = resolve))
  const { result, unmount, client } = renderUpload({ rules: { validate } })
  const adding = result.current.add([aFile()])
  await waitFor(() => expect(answer.length).toBe(1))
  unmount()

  answer()
  await adding

  expect(client.uploads.list('s').getState()).toHaveLength(1)
})

it('stops looking when the client closes', async () => {
  const signals: AbortSignal[] = []
  const validate: IntakeRules['validate'] = (_, { signal }) => {
    signals.push(signal)
    return new Promise(() => {})
  }
  const { result, client } = renderUpload({ rules: { validate } })
  let adding: ReturnType<typeof result.current.add> | undefined
  act(() => void (adding = result.current.add([aFile()])))
  await waitFor(() => expect(signals).toHaveLength(1))

  await act(async () => client.close())

  expect(await adding).toEqual({ added: 0, refused: [] })
  expect(signals[0]?.aborted).toBe(true)
  expect(result.current.intake.isChecking).toBe(false)
})

it('judges by the rules of the moment in which the files came', async () => {
  const { result, rerender, add } = renderUpload({ rules: { accept: ['.pdf'] } })
  await add(named('a.exe'))
  expect(result.current.intake.report).not.toBeNull()

  rerender({ scope: 's', autoStart: false, rules: { accept: ['.exe'] } })
  await add(named('a.exe'))

  expect(result.current.intake.report).toBeNull()
})

it('counts what is there already, and what was canceled no more', async () => {
  const { result, rerender, add, names } = renderUpload({ rules: { maxCount: 3 }, existingCount: 1 })
  await add(named('a', 'b', 'c'))
  expect(names()).toEqual(['a', 'b'])

  act(() => result.current.uploads[0]?.cancel())
  expect(result.current.count).toBe(1)
  await add(named('d', 'e'))
  expect(names()).toEqual(['a', 'b', 'd'])

  rerender({ scope: 's', autoStart: false, rules: { maxCount: 3 }, existingCount: 0 })
  await add(named('f'))
  expect(names()).toEqual(['a', 'b', 'd', 'f'])
})

it('counts what is listed, also after what is done has left', async () => {
  const { result, add, put } = renderUpload({ autoStart: true })
  await add(named('a'))
  const sending = await put.next()
  await act(async () => sending.finish())
  await waitFor(() => expect(result.current.uploads[0]?.state.getState().status).toBe('done'))
  expect(result.current.count).toBe(1)

  act(() => result.current.clear())

  expect(result.current.count).toBe(0)
})

it('holds a duplicate back until it is added anyway, and welcomes one of what was canceled', async () => {
  const { result, names, add } = renderUpload()
  await add(named('a'))
  await add(named('a', 'b'))
  expect(result.current.intake.report).toMatchObject({ added: 1, refused: [{ reason: 'duplicate' }] })

  act(() => result.current.intake.addAnyway(result.current.intake.report?.refused ?? []))
  expect(names()).toEqual(['a', 'b', 'a'])
  expect(result.current.intake.report).toBeNull()

  act(() => result.current.cancelAll())
  await add(named('a'))
  expect(names()).toEqual(['a', 'b', 'a', 'a'])
})

it('adds a file anyway through one rule after the other, but never beyond a limit', async () => {
  const pdf = () => new File([formats.exe], 'a.pdf', { lastModified: 1 })
  const validate = vi.fn(() => ({ message: 'Too old', mayAdd: true }))
  const { result, add, names } = renderUpload({ rules: { content: 'warn', validate, maxCount: 2 } })
  const reasons = () => refusedBy(result.current.intake.report?.refused)
  const addAnyway = () =>
    act(async () => result.current.intake.addAnyway(result.current.intake.report!.refused))

  await add([pdf()])
  expect(reasons()).toEqual(['a.pdf: content'])
  expect(result.current.intake.report?.refused[0]).toMatchObject({
    claimed: 'pdf',
    found: 'exe',
    mayAdd: true,
  })
  await addAnyway()
  await waitFor(() => expect(reasons()).toEqual(['a.pdf: invalid']))
  await addAnyway()
  await waitFor(() => expect(names()).toEqual(['a.pdf']))
  expect(result.current.intake.report).toBeNull()
  expect(validate).toHaveBeenCalledTimes(1)

  await add([pdf()])
  for (const reason of ['content', 'invalid', 'duplicate']) {
    await waitFor(() => expect(reasons()).toEqual([`a.pdf: ${reason}`]))
    await addAnyway()
  }
  await waitFor(() => expect(names()).toEqual(['a.pdf', 'a.pdf']))
  await add([pdf()])
  for (const reason of ['content', 'invalid', 'duplicate']) {
    await waitFor(() => expect(reasons()).toEqual([`a.pdf: ${reason}`]))
    await addAnyway()
  }
  await waitFor(() => expect(reasons()).toEqual(['a.pdf: too-many']))
  await addAnyway()
  expect(reasons()).toEqual(['a.pdf: too-many'])
})

it('refuses a disguise for good where that is the rule, and lets honest files in', async () => {
  const { result, add, names } = renderUpload({ rules: { content: 'refuse' } })

  await add([
    new File([formats.exe], 'a.pdf'),
    new File([formats.pdf], 'b.exe'),
    new File([formats.pdf], 'c.pdf'),
    new File([formats.text], 'd.txt'),
  ])

  expect(names()).toEqual(['c.pdf', 'd.txt'])
  const { refused } = result.current.intake.report!
  expect(refusedBy(refused)).toEqual(['a.pdf: content', 'b.exe: content'])
  expect(refused.some(({ mayAdd }) => mayAdd)).toBe(false)
})

it('tells the rule of the caller where a file came from, and takes its words', async () => {
  const validate: IntakeRules['validate'] = async (file, { path }) =>
    path.startsWith('old/') ? `${file.name} is too old` : file.size === 0 ? 'never asked' : undefined
  const { result, add, names } = renderUpload({ rules: { validate } })
  const old = Object.defineProperty(aFile({ name: 'a' }), 'relativePath', { value: './old/a' })

  await add([old, aFile({ name: 'b' }), aFile({ name: 'c', sizeBytes: 0 })])

  expect(names()).toEqual(['b'])
  expect(result.current.intake.report?.refused).toMatchObject([
    { reason: 'invalid', path: 'old/a', message: 'a is too old', mayAdd: false },
    { reason: 'empty', path: 'c' },
  ])
})

it('refuses a file whose rule throws, and tells the developer', async () => {
  const told = vi.fn((event: ErrorEvent) => event.preventDefault())
  window.addEventListener('error', told)
  const validate = () => {
    throw new Error('Broken rule')
  }
  const { result, add } = renderUpload({ rules: { validate } })

  await add([aFile()])

  expect(refusedBy(result.current.intake.report?.refused)).toEqual(['document.pdf: invalid'])
  expect(result.current.intake.report?.refused[0]?.message).toBeUndefined()
  expect(told.mock.calls[0]?.[0].message).toContain('Broken rule')
  window.removeEventListener('error', told)
})

it('asks a few at a time, keeps the order they were picked in, and waits for nobody who does not answer', async () => {
  const clock = createManualClock()
  const { renderHook } = createApp({ clock })
  const open = new Map<string, () => void>()
  let most = 0
  const validate: IntakeRules['validate'] = (file) =>
    new Promise((resolve) => {
      most = Math.max(most, open.size + 1)
      open.set(file.name, () => {
        open.delete(file.name)
        resolve()
      })
    })
  const { result } = renderHook(() => useFileUpload({ scope: 's', autoStart: false, rules: { validate } }))
  const files = Array.from({ length: 20 }, (_, index) => aFile({ name: String(index) }))
  act(() => void result.current.add(files))
  await waitFor(() => expect(open.size).toBeGreaterThan(1))

  // All but the first, the last ones first.
  for (let answered = 0; answered < 19;) {
    await waitFor(() => expect(open.size).toBeGreaterThan(open.has('0') ? 1 : 0))
    for (const name of [...open.keys()].toReversed()) {
      if (name === '0') continue
      open.get(name)?.()
      answered++
    }
  }
  await act(async () => clock.advance(1000))

  expect(most).toBeLessThanOrEqual(6)
  expect(result.current.uploads.map(({ file }) => Number(file.name))).toEqual(
    Array.from({ length: 19 }, (_, index) => index + 1),
  )
  expect(result.current.intake.isChecking).toBe(true)
})

it('has news of all that was refused until it is heard, not of the last files alone', async () => {
  const answers: (() => void)[] = []
  const validate = () => new Promise<string>((resolve) => answers.push(() => resolve('No')))
  const { result, add } = renderUpload({ rules: { accept: ['.pdf'], validate } })
  let first: Promise<unknown> | undefined
  act(() => void (first = result.current.add(named('a.pdf'))))
  await waitFor(() => expect(answers).toHaveLength(1))
  await add(named('x.exe', 'y.exe'))

  await act(async () => {
    answers[0]?.()
    await first
  })

  expect(result.current.intake.report?.refused).toHaveLength(3)
  expect(result.current.intake.news?.refused).toBe(3)
  await add(named('z.exe'))
  expect(result.current.intake.news?.refused).toBe(1)
})

it('uploads nothing for the next person that somebody dropped before', async () => {
  let person = 'anna'
  let answer = () => {}
  const { server, renderHook } = createApp({ owner: () => person })
  const validate = () => new Promise<void>((resolve) => (answer = resolve))
  const { result } = renderHook(() => useFileUpload({ scope: 's', rules: { validate } }))
  let adding: Promise<unknown> | undefined
  act(() => void (adding = result.current.add([aFile()])))
  await waitFor(() => expect(answer.length).toBe(1))

  person = 'ben'
  await act(async () => {
    answer()
    await adding
  })

  await waitFor(() =>
    expect(result.current.uploads[0]?.state.getState()).toMatchObject({
      status: 'failed',
      error: { code: 'owner-changed' },
    }),
  )
  expect(server.files()).toEqual([])
})

it('takes out of the report what was dealt with, and closes it', async () => {
  const { result, add } = renderUpload({ rules: { accept: ['.pdf'] } })
  await add(named('x.exe', 'y.exe'))

  act(() => result.current.intake.remove(result.current.intake.report!.refused.slice(0, 1)))
  expect(refusedBy(result.current.intake.report?.refused)).toEqual(['y.exe: type'])
  act(() => result.current.intake.dismiss())
  expect(result.current.intake).toMatchObject({ report: null, news: null })
})

it('adds ten thousand files at once, none of them twice, without a task that is felt', async () => {
  const { result, names } = renderUpload({ rules: { maxSizeBytes: 1000, maxCount: 9980 } })
  const files = Array.from({ length: 10_000 }, (_, index) =>
    aFile({ name: `${index}.pdf`, sizeBytes: index % 1000 === 0 ? 1001 : 10 }),
  )
  await new Promise(requestAnimationFrame)
  const longTasks = watchLongTasks()
  // Not in act(), which would put all rendering off to its end.
  setActEnvironment(false)
  const report = await result.current.add(files)
  setActEnvironment(true)
  await new Promise(requestAnimationFrame)
  // 50 ms is what the browser calls long; the rest is for machines that are busy with other tests.
  expect(longTasks().filter((durationMs) => durationMs > 150)).toEqual([])

  expect(report.added).toBe(9980)
  await waitFor(() => expect(result.current.uploads).toHaveLength(9980))
  const refused = new Set(report.refused.map(({ file }) => file))
  expect(names().join()).toBe(
    files
      .filter((file) => !refused.has(file))
      .map(({ name }) => name)
      .join(),
  )
  expect(report.refused.filter(({ reason }) => reason === 'too-large')).toHaveLength(10)
  expect(report.refused.filter(({ reason }) => reason === 'too-many')).toHaveLength(10)
})

function setActEnvironment(isAct: boolean): void {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = isAct
}

/** Returns the function that answers how long each task was that was felt since then, in milliseconds. */
function watchLongTasks(): () => readonly number[] {
  const tasks: number[] = []
  const note = (entries: PerformanceEntryList) => tasks.push(...entries.map(({ duration }) => duration))
  const observer = new PerformanceObserver((list) => note(list.getEntries()))
  observer.observe({ type: 'longtask' })
  return () => {
    note(observer.takeRecords())
    observer.disconnect()
    return tasks
  }
}
