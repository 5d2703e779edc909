import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { aFile } from '../../src/testing.js'
import { aPhoto } from '../support/a-photo.js'
import { SeededUploads } from '../support/three-densities.js'

/**
 * Images on their way show themselves: small, cut to a square, and made only for rows that can be seen. No byte is read
 * twice for it, and a strict CSP needs nothing for it.
 */
const meta: Meta = { title: 'States/Pictures', render: () => <SeededUploads /> }
export default meta

/** What the browser cannot show (here: HEIC) keeps the glyph of its kind. */
export const OfImages: StoryObj = {
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      seed: async ({ client, put }) => {
        const files = [
          await aPhoto('Dach_Suedseite.jpg', 'roof'),
          await aPhoto('Zählerfoto_2026-03.jpg', 'meter', { width: 480, height: 640 }),
          await aPhoto('Heizraum.png', 'cellar', { type: 'image/png' }),
          aFile({ name: 'IMG_4417.heic', type: 'image/heic', sizeBytes: 3_400_000 }),
          aFile({ name: 'Lageplan.svg', type: 'image/svg+xml', sizeBytes: 34_000 }),
        ]
        client.uploads.add(files, { scope: 'state' })
        const [roof, meter] = [await put.next(), await put.next()]
        roof.progress(0.42 * roof.request.body.size)
        meter.finish()
      },
    },
  },
  play: ({ canvasElement }) =>
    waitFor(() => {
      const drawn = canvasElement.querySelectorAll('[data-image]').length
      return expect(drawn).toBeGreaterThanOrEqual(3)
    }),
}
