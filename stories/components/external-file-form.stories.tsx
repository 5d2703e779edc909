import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { createRetryPolicy, ExternalFileForm } from '../../src/index.js'
import { opportunity, seedPowerOfAttorney } from '../support/opportunity.js'

/**
 * Adds a file that stays where it is: epilot keeps its address, not a copy. `AttachToEntity` and `EntityFiles` open it by
 * "Add a link"; it is for places of your own.
 */
const meta = {
  title: 'Components/ExternalFileForm',
  component: ExternalFileForm,
  args: { entity: opportunity, onAdded: fn(), onClose: fn() },
} satisfies Meta<typeof ExternalFileForm>
export default meta

type Story = StoryObj<typeof meta>

/** The name is proposed from the address. Nothing is sent to the address itself. */
export const AddAnExternalFile: Story = {
  play: async ({ args, canvas, epilot, words }) => {
    const { adding } = words
    const dialog = within(canvas.getByRole('dialog', { name: adding.linkTitle }))
    const address = 'https://contoso.sharepoint.com/sites/netz/Netzplan%20S%C3%BCd.pdf?web=1'
    await expect(dialog.getByLabelText(adding.address)).toHaveFocus()
    await userEvent.type(dialog.getByLabelText(adding.address), address)
    await expect(dialog.getByLabelText(adding.name)).toHaveValue('Netzplan Süd.pdf')
    await userEvent.clear(dialog.getByLabelText(adding.name))
    await userEvent.type(dialog.getByLabelText(adding.name), 'Netzplan Quartier Süd')
    await userEvent.click(dialog.getByRole('button', { name: adding.saveLink }))
    await waitFor(() => expect(args.onClose).toHaveBeenCalledOnce())
    await expect(epilot.server.filesOf(opportunity)).toMatchObject([
      { filename: 'Netzplan Quartier Süd', custom_download_url: address },
    ])
  },
}

/** What is wrong stands at its field, and the field has the focus. */
export const AnAddressThatCannotBeUsed: Story = {
  play: async ({ canvas, epilot, words }) => {
    const { adding } = words
    const dialog = within(canvas.getByRole('dialog', { name: adding.linkTitle }))
    const field = dialog.getByLabelText(adding.address)
    await userEvent.type(field, 'http://intern.local/plan.pdf')
    await userEvent.click(dialog.getByRole('button', { name: adding.saveLink }))
    await expect(field).toHaveFocus()
    await expect(field).toHaveAccessibleDescription(adding.addressProblems.scheme('http'))
    await expect(epilot.server.ledger.count('saveFileV2')).toBe(0)
  },
}

/** The answer gets lost: it is looked for, and found, and not saved twice. */
export const LostAnswer: Story = {
  parameters: {
    epilot: {
      client: { settleMs: 200, retry: createRetryPolicy({ attempts: 1 }) },
      seed: ({ server }) => server.failNext('saveFileV2', 'lost-answer'),
    },
  },
  play: async ({ args, canvas, epilot, words }) => {
    const { adding } = words
    const dialog = within(canvas.getByRole('dialog', { name: adding.linkTitle }))
    await userEvent.type(dialog.getByLabelText(adding.address), 'https://archiv.example/plan.pdf')
    await userEvent.click(dialog.getByRole('button', { name: adding.saveLink }))
    await waitFor(() => expect(args.onClose).toHaveBeenCalledOnce())
    await expect(epilot.server.files()).toHaveLength(1)
  },
}

/** epilot says no: why stands below, and nothing that was typed is lost. */
export const Refused: Story = {
  parameters: { epilot: { seed: ({ server }) => server.failNext('saveFileV2', { status: 403 }) } },
  play: async ({ canvas, words }) => {
    const { adding } = words
    const dialog = within(canvas.getByRole('dialog', { name: adding.linkTitle }))
    await userEvent.type(dialog.getByLabelText(adding.address), 'https://archiv.example/plan.pdf')
    await userEvent.click(dialog.getByRole('button', { name: adding.saveLink }))
    await expect(await dialog.findByText(words.errors.forbidden.what)).toBeVisible()
    await expect(dialog.getByLabelText(adding.address)).toHaveValue('https://archiv.example/plan.pdf')
  },
}

/** Where the attribute holds one file, it says what goes. */
export const InPlaceOfAnother: Story = {
  args: { entity: { ...opportunity, attribute: 'power_of_attorney' }, multiple: false },
  parameters: { epilot: { seed: seedPowerOfAttorney } },
  play: async ({ canvas, words }) => {
    const { adding } = words
    await expect(await canvas.findByText(adding.linkReplaces(1, 'Vollmacht_2025.pdf'))).toBeVisible()
    await expect(canvas.getByRole('button', { name: adding.replace })).toBeVisible()
  },
}
