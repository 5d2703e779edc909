import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { useCallback, useState } from 'react'
import { createPortal } from 'react-dom'
import { expect, waitFor, within } from 'storybook/test'
import { AttachToEntity } from '../../src/index.js'
import styles from '../../src/styles.css?inline'
import { aFile } from '../../src/testing.js'
import { dragFiles } from '../support/give-files.js'
import { opportunity, seedOpportunity } from '../support/opportunity.js'

/**
 * Inside of a custom element, as micro frontends and journeys embedded in other websites are: the page's styles do not get
 * in, and ours not out. `styles.css` goes into the shadow root; the tokens are set on the host, and `.dark` or
 * `data-theme="dark"` on the host makes it dark.
 */
const meta: Meta = {
  title: 'Scenes/In a shadow root',
  tags: ['!autodocs'],
  parameters: { epilot: { seed: seedOpportunity } },
}
export default meta

export const InAShadowRoot: StoryObj = {
  name: 'In a shadow root',
  render: () => (
    <InShadow>
      <AttachToEntity entity={opportunity} />
    </InShadow>
  ),
  play: async ({ canvasElement, epilot, words }) => {
    const { shadowRoot } = canvasElement.querySelector('.shadow-host') as HTMLElement // rendered above
    const inside = shadowRoot?.firstElementChild as HTMLElement // where it is rendered to
    const canvas = within(inside)
    await canvas.findByText('Netzanschlussvertrag.pdf')

    const drop = dragFiles(inside, [aFile({ name: 'Dachplan.pdf', sizeBytes: 900_000 })], '.ef-panel')
    await expect(await canvas.findByText(words.dropToAttach(1))).toBeVisible()
    drop()
    await waitFor(() => expect(epilot.server.filesOf(opportunity)).toHaveLength(10))
    await expect(await canvas.findByText('Dachplan.pdf')).toBeVisible()
  },
}

function InShadow({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<Element | null>(null)
  const host = useCallback((element: HTMLElement | null) => {
    // A host keeps its shadow root for good, also where React comes by a second time.
    if (element) setPlace((element.shadowRoot ?? openShadow(element)).firstElementChild)
  }, [])
  return (
    <div className="shadow-host" ref={host}>
      {place && createPortal(children, place)}
    </div>
  )
}

function openShadow(host: HTMLElement): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [sheet]
  root.append(document.createElement('div'))
  return root
}
