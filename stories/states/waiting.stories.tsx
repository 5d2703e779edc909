import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent, waitFor } from 'storybook/test'
import type { Waiting } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { anUpload } from '../support/an-upload.js'
import { SeededUploads, ThreeDensities, expectEverywhere } from '../support/three-densities.js'

/**
 * A waiting upload says for what. Most go on by themselves; `paused` is the one that waits for the person who paused it.
 */
const meta: Meta = { title: 'States/Waiting', render: () => <SeededUploads /> }
export default meta

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

function waitingFor(waiting: Waiting) {
  return [anUpload({ status: 'waiting', checkpoint: { reached: 'nothing' }, waiting }, plan)]
}
