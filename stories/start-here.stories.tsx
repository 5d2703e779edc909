import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { AttachToEntity } from '../src/index.js'
import { aFile } from '../src/testing.js'
import { pickFiles } from './support/give-files.js'
import { opportunity } from './support/opportunity.js'

const meta = {
  title: 'Start here',
  component: AttachToEntity,
  tags: ['!autodocs'],
  args: { entity: opportunity },
} satisfies Meta<typeof AttachToEntity>
export default meta

/** Drop a file of yours on it. It goes to the epilot that is built into this manual, and to nobody else. */
export const FirstUpload: StoryObj<typeof meta> = {
  play: async ({ canvas, canvasElement, epilot, words }) => {
    await canvas.findByText(words.dropOrChoose)
    await pickFiles(canvasElement, aFile({ name: 'Netzanschlussvertrag.pdf', sizeBytes: 300_000 }))
    await waitFor(() => expect(epilot.server.filesOf(opportunity)).toHaveLength(1))
    const name = words.forFile(words.download, 'Netzanschlussvertrag.pdf')
    await expect(await canvas.findByRole('button', { name })).toBeVisible()
  },
}
