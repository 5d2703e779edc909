import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent, waitFor } from 'storybook/test'
import type { FileErrorCode, Upload, Waiting } from '../../src/index.js'
import { FileError } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { anUpload } from '../support/an-upload.js'
import { SeededUploads, ThreeDensities, expectEverywhere } from '../support/three-densities.js'

/**
 * A waiting upload says for what. Most go on by themselves; `paused` is the one that waits for the person who paused it.
 */
const meta: Meta = { title: 'States/Waiting', render: () => <SeededUploads /> }
export default meta

const nothing = { reached: 'nothing' } as const
const plan = aFile({ name: 'Lageplan_Trafostation.dwg', type: '', sizeBytes: 7_400_000 })

/** Counts down to the next attempt; who cannot wait tries now. */
export const ForTheNextAttempt: StoryObj = {
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      client: { retry: () => 30_000 },
      seed: ({ client, server }) => {
        server.failNext('uploadFileV2', 'network', Infinity)
        client.uploads.add([plan], { scope: 'state' })
      },
    },
  },
  play: async ({ canvas, canvasElement, words }) => {
    const name = words.forFile(words.tryNow, plan.name)
    const [now] = await canvas.findAllByRole('button', { name })
    if (now) await userEvent.click(now)
    await waitFor(() => expectEverywhere(canvasElement, 'waiting', words.attempt(3)))
  },
}

/** Offline costs no attempt. */
export const ForTheNetwork: StoryObj = {
  render: () => <ThreeDensities uploads={[...waitingFor({ for: 'network' })]} />,
  play: ({ canvasElement, words }) => expectEverywhere(canvasElement, 'waiting', words.waitingForNetwork),
}

/** The session has ended and no new token can be had. Nothing is lost. */
export const ForASignIn: StoryObj = {
  render: () => <ThreeDensities uploads={waitingFor({ for: 'sign-in' })} />,
  play: ({ canvasElement, words }) => expectEverywhere(canvasElement, 'waiting', words.waitingForSignIn),
}

/** Another tab has it in its hands. */
export const ForAnotherTab: StoryObj = {
  render: () => <ThreeDensities uploads={waitingFor({ for: 'leader' })} />,
  play: ({ canvasElement, words }) => expectEverywhere(canvasElement, 'waiting', words.waitingForLeader),
}

/** The bytes went with the page that was closed: the same file must be picked again. */
export const ForTheSameFile: StoryObj = {
  render: () => <ThreeDensities uploads={waitingFor({ for: 'file' })} />,
  play: ({ canvasElement, words }) => expectEverywhere(canvasElement, 'waiting', words.waitingForFile),
}

/** Stops until it is resumed; what S3 has not confirmed will be sent again. */
export const Paused: StoryObj = {
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      seed: async ({ client, put }) => {
        const [upload] = client.uploads.add([plan], { scope: 'state' })
        ;(await put.next()).progress(0.61 * plan.size)
        upload?.pause()
      },
    },
  },
  play: async ({ canvas, canvasElement, words }) => {
    await expectEverywhere(canvasElement, 'paused', words.paused)
    const [resume] = canvas.getAllByRole('button', { name: words.forFile(words.resume, plan.name) })
    if (resume) await userEvent.click(resume)
    const [pause] = await canvas.findAllByRole('button', { name: words.forFile(words.pause, plan.name) })
    if (pause) await userEvent.click(pause)
    await expectEverywhere(canvasElement, 'paused', words.paused)
  },
}

/** All of them in German. */
export const InGerman: StoryObj = {
  globals: { locale: 'de' },
  render: () => <ThreeDensities uploads={everyWait()} />,
  play: async ({ canvasElement, words }) => {
    for (const text of [
      words.waitingForNetwork,
      words.waitingForSignIn,
      words.waitingForLeader,
      words.waitingForFile,
    ]) {
      await expectEverywhere(canvasElement, 'waiting', text)
    }
    await expectEverywhere(canvasElement, 'paused', words.paused)
  },
}

function everyWait(): readonly Upload[] {
  const retry = (code: FileErrorCode, retryAfterMs?: number): Waiting => {
    const until = performance.now() + (retryAfterMs ?? 30_000)
    const error = new FileError(code, 'As told.', { step: 'send', retryAfterMs })
    return { for: 'retry', step: 'send', until, attempt: 2, error }
  }
  return [
    ...[
      retry('network'),
      retry('timeout'),
      retry('stalled'),
      retry('server'),
      retry('rate-limited', 3_600_000),
      ...(['network', 'sign-in', 'leader', 'file'] as const).map((reason) => ({ for: reason })),
    ].flatMap(waitingFor),
    anUpload({ status: 'paused', checkpoint: nothing }, plan),
  ]
}

function waitingFor(waiting: Waiting) {
  return [anUpload({ status: 'waiting', checkpoint: nothing, waiting }, plan)]
}
