import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { consoleWords } from '../support/console-words.js'
import type { BadDay as Day } from '../support/bad-day.js'
import { createBadDay } from '../support/bad-day.js'
import { faultOfKind } from '../support/fault-kinds.js'
import type { Knobs } from '../support/knobs.js'
import { noFaults } from '../support/knobs.js'
import { BadDay } from './bad-day.js'

interface BadDayArgs {
  /** The same seed deals the same faults. */
  readonly seed: number
  /** How the day begins. */
  readonly morning: Partial<Knobs>
}

/**
 * Drop forty files and break whatever you like: connections, answers, links, the network, the session, the tab. Every file is
 * saved once, with its own bytes. The counts are the server's, by `server.tally()`; `createFileServer` takes the same faults
 * in your own tests.
 */
const meta: Meta<BadDayArgs> = {
  title: 'Scenes/Bad day',
  tags: ['!autodocs'],
  args: { seed: 47_110_815, morning: {} },
  argTypes: { seed: { control: 'number' }, morning: { control: false } },
  render: (args, { id }) => <BadDay day={dayOf(id, args)} />,
  beforeEach: ({ id }) => {
    return () => {
      days
        .get(id)
        ?.tabs.getState()
        .forEach((tab) => tab.kill())
      days.delete(id)
    }
  },
}
export default meta

type Story = StoryObj<BadDayArgs>

const days = new Map<string, Day>()

/** Stories are drawn anew when a switch of the toolbar is turned; their day goes on. */
function dayOf(id: string, { seed, morning }: BadDayArgs): Day {
  const known = days.get(id)
  if (known?.seed === seed) return known
  const day = createBadDay(seed, { ...noFaults, ...morning })
  days.set(id, day)
  return day
}

const cutsAndLostAnswers: Partial<Knobs> = {
  percent: { ...noFaults.percent, cut: 10, lostAnswer: 10 },
  searchLags: true,
  lagMs: 1000,
}

/** Connections break, answers get lost, the search lags, and in the middle the tab crashes: each file is saved once. */
export const FortyFiles: Story = {
  args: { morning: cutsAndLostAnswers },
  play: async ({ canvas, canvasElement, words, id, args }) => {
    const day = dayOf(id, args)
    const counts = countsIn(canvasElement)
    await userEvent.click(canvas.getByRole('button', { name: 'Drop 40' }))
    await waitFor(() => expect(counts().savedOnce).toBeGreaterThan(10))

    await userEvent.click(canvas.getByRole('button', { name: 'Kill the tab' }))
    await userEvent.click(await canvas.findByRole('button', { name: words.restored.continueAll }))

    await waitFor(() => expect(counts().savedOnce).toBe(40))
    await expect(counts()).toEqual({
      dropped: 40,
      savedOnce: 40,
      doubled: 0,
      lost: 0,
      damaged: 0,
      presses: 1,
    })
    await waitFor(async () => void expect((await day.server.tally(day.meant())).right).toHaveLength(40))
    await expect(
      within(canvas.getByRole('list', { name: 'What went wrong last' })).getAllByRole('listitem'),
    ).not.toHaveLength(0)
  },
}

/** The same in German. */
export const InGerman: Story = {
  args: { morning: cutsAndLostAnswers },
  globals: { locale: 'de' },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('button', { name: '40 ablegen' }))
    await waitFor(() => expect(countsIn(canvasElement)().savedOnce).toBeGreaterThan(0))
    await expect(canvas.getByRole('switch', { name: /^Suche hinkt nach/ })).toBeChecked()
  },
}

/**
 * Whatever can go wrong with one call, at the step of your choice: here a proxy answers the next save with its own page, and
 * one press mends it.
 */
export const TheNextCall: Story = {
  play: async ({ canvas, canvasElement, words, id, args }) => {
    const day = dayOf(id, args)
    const { next, lastCalls } = consoleWords[words.locale === 'de' ? 'de' : 'en']
    const fault = canvas.getByRole('combobox', { name: next.fault })
    await expect(within(fault).getAllByRole('option')).toHaveLength(Object.keys(faultOfKind).length)
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: next.step }), next.steps.save)
    await userEvent.selectOptions(fault, next.kinds.html)
    await userEvent.click(canvas.getByRole('button', { name: next.add }))
    const inLine = next.inLine(`${next.steps.save} (${next.kinds.html})`)
    await expect(canvas.getByText(inLine)).toBeVisible()

    day.drop(3)
    const tryAgain = new RegExp(`^${words.tryAgain}, `)
    await userEvent.click(await canvas.findByRole('button', { name: tryAgain }))

    const counts = countsIn(canvasElement)
    await waitFor(() => expect(counts()).toMatchObject({ savedOnce: 3, doubled: 0, lost: 0, presses: 1 }))
    await expect(canvas.getByRole('list', { name: lastCalls })).toHaveTextContent('200, HTML')
    await expect(canvas.queryByText(inLine)).not.toBeInTheDocument()
  },
}

/** Everything at once, to play with: nothing happens before you drop. */
export const EverythingGoesWrong: Story = {
  args: {
    morning: {
      network: '3g',
      percent: { cut: 20, lostAnswer: 20, expired: 10, busy: 10, refused: 10 },
      searchLags: true,
    },
  },
}

/** What the console shows. */
function countsIn(canvasElement: HTMLElement) {
  return () => {
    const cells = [...canvasElement.querySelectorAll<HTMLElement>('[data-count]')]
    return Object.fromEntries(
      cells.map((cell) => [cell.dataset.count, Number(cell.querySelector('dd')?.textContent)]),
    )
  }
}
