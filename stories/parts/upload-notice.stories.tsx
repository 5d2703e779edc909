import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import { UploadNotice } from '../../src/index.js'
import { aFile } from '../../src/testing.js'

/**
 * What stops the uploads of a scope as a whole: signed out, offline, a busy server, another account, no room left. There is
 * one notice at a time, the one that matters most; where all is well there is no element at all. `LiveRegion` says it
 * aloud, so it can stand anywhere: above a list, in a header, in a tray. `useUploadNotice` tells the same as data.
 */
const meta = {
  title: 'Parts/UploadNotice',
  component: UploadNotice.Root,
  args: { scope: 'scans' },
  render: (args) => (
    <UploadNotice.Root {...args}>
      <UploadNotice.Icon />
      <UploadNotice.Text>
        <UploadNotice.Title />
        <UploadNotice.Details />
      </UploadNotice.Text>
      <UploadNotice.SignInButton onSignIn={() => void (session.isOpen = true)} />
      <UploadNotice.DiscardButton />
      <UploadNotice.DismissButton />
    </UploadNotice.Root>
  ),
} satisfies Meta<typeof UploadNotice.Root>
export default meta

type Story = StoryObj<typeof meta>

const session = { isOpen: false }

const parameters = {
  epilot: {
    bytesPerSecond: 'by-hand',
    client: {
      getToken: () => (session.isOpen ? 'token' : Promise.reject(new Error('The session has ended.'))),
    },
    seed: ({ client }) => {
      session.isOpen = false
      client.uploads.add([aFile({ name: 'Scan_1.pdf' }), aFile({ name: 'Scan_2.pdf' })], { scope: 'scans' })
    },
  },
} satisfies Story['parameters']

/** `onSignIn` is your own sign-in; once its promise resolves the uploads go on. */
export const SignedOut: Story = {
  parameters,
  play: async ({ canvas, words }) => {
    const details = await canvas.findByText(words.notices['signed-out'].details(2, ''))
    await waitFor(() => expect(details).toBeVisible())
  },
}

/** It goes with what it tells of. */
export const AfterTheSignIn: Story = {
  parameters,
  play: async ({ canvas, words }) => {
    await userEvent.click(await canvas.findByRole('button', { name: words.signInAgain }))
    await waitFor(() => expect(canvas.queryByText(words.notices['signed-out'].title)).toBeNull())
  },
}

/** Only what there is room for: parts can be left out. */
export const InAHeader: Story = {
  parameters,
  render: (args) => (
    <UploadNotice.Root {...args}>
      <UploadNotice.Icon />
      <UploadNotice.Text>
        <UploadNotice.Details />
      </UploadNotice.Text>
    </UploadNotice.Root>
  ),
  play: async ({ canvas, words }) => {
    const details = await canvas.findByText(words.notices['signed-out'].details(2, ''))
    await waitFor(() => expect(details).toBeVisible())
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}
