import type { Meta, StoryObj } from '@storybook/react-vite'
import { waitFor } from 'storybook/test'
import { aFile, anEntity } from '../../src/testing.js'
import { formatDuration } from '../../src/locales/format-duration.js'
import { anUpload } from '../support/an-upload.js'
import { keepSending } from '../support/keep-sending.js'
import { SeededUploads, ThreeDensities, expectEverywhere } from '../support/three-densities.js'

/**
 * `queued → preparing → uploading → saving → attaching`, in this order and never backwards. `checking` comes between where
 * the answer to a call got lost. The progress line lies on the divider, so no row moves when it comes or goes.
 */
const meta: Meta = { title: 'States/On its way', render: () => <SeededUploads /> }
export default meta

const video = aFile({ name: 'Begehung_Heizraum.mp4', type: 'video/mp4', sizeBytes: 212_000_000 })
const contract = aFile({ name: 'Netzanschlussvertrag.pdf', sizeBytes: 2_200_000 })
const never = () => new Promise<never>(() => {})

/** In line, or not yet told to start (`autoStart: false`). */
export const Queued: StoryObj = {
  parameters: {
    epilot: {
      seed: ({ client }) => void client.uploads.add([contract], { scope: 'state', autoStart: false }),
    },
  },
  play: ({ canvasElement, words }) => expectEverywhere(canvasElement, 'queued', words.queued),
}

/** Your `prepare` runs (resize, convert, rename), then a link is asked for. */
export const Preparing: StoryObj = {
  parameters: {
    epilot: {
      seed: ({ client }) =>
        void client.uploads.add(
          [aFile({ name: 'IMG_4417.heic', type: 'image/heic', sizeBytes: 3_400_000 })],
          {
            scope: 'state',
            prepare: never,
          },
        ),
    },
  },
  play: ({ canvasElement, words }) => expectEverywhere(canvasElement, 'preparing', words.preparing),
}

/** Bytes leave. 100 % is not yet done. */
export const Uploading: StoryObj = {
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      seed: async ({ client, put }) => {
        client.uploads.add([video], { scope: 'state' })
        ;(await put.next()).progress(0.42 * video.size)
      },
    },
  },
  play: ({ canvasElement, words }) => expectEverywhere(canvasElement, 'uploading', words.percent(42)),
}

/**
 * How fast the bytes leave and how long the rest will take: a mean over the last seconds, in round words, said only once
 * there is enough to say, and no longer when nothing comes. What has no room goes first; the time left stays.
 */
export const SpeedAndTimeLeft: StoryObj = {
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      seed: async ({ client, put }) => {
        client.uploads.add([flight], { scope: 'state' })
        keepSending(await put.next(), { fromBytes: 0.42 * flight.size, bytesPerSecond: 31_000_000 })
      },
    },
  },
  play: async ({ canvasElement, words }) => {
    const left = words.timeLeft(formatDuration(80, words.locale))
    await waitFor(() => expectEverywhere(canvasElement, 'uploading', left))
  },
}

const flight = aFile({
  name: 'Drohnenflug_Dachflaeche_Hauptgebaeude.mov',
  type: 'video/quicktime',
  sizeBytes: 4_200_000_000,
})

/** S3 has the bytes, the File entity is being made. From here on nothing is sent again. */
export const Saving: StoryObj = {
  parameters: {
    epilot: {
      bytesPerSecond: 1e9,
      client: { timeoutMs: 3_600_000 },
      seed: ({ client, server }) => {
        server.failNext('saveFileV2', 'hang')
        client.uploads.add([contract], { scope: 'state' })
      },
    },
  },
  play: ({ canvasElement, words }) => waitFor(() => expectEverywhere(canvasElement, 'saving', words.saving)),
}

/** An answer got lost: before anything is repeated, it is looked up whether the call took effect. */
export const Checking: StoryObj = {
  render: () => <ThreeDensities uploads={checked} />,
  play: ({ canvasElement, words }) => expectEverywhere(canvasElement, 'checking', words.checkingSaved),
}

const checked = [
  anUpload(
    {
      status: 'checking',
      checkpoint: { reached: 'save-sent', s3ref: { bucket: 'bucket', key: 'key' }, mark: '1' },
    },
    contract,
  ),
]

/** The File entity is there and is being related to its business entity; many files share one call. */
export const Attaching: StoryObj = {
  parameters: {
    epilot: {
      bytesPerSecond: 1e9,
      client: { timeoutMs: 3_600_000 },
      seed: ({ client, server }) => {
        server.failNext('addRelations', 'hang')
        client.uploads.add([contract], { scope: 'state', entity: anEntity() })
      },
    },
  },
  play: ({ canvasElement, words }) =>
    waitFor(() => expectEverywhere(canvasElement, 'attaching', words.attaching)),
}
