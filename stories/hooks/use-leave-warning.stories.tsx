import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { useLeaveWarning, useUploadSummary } from '../../src/index.js'
import { aFile } from '../../src/testing.js'

/**
 * `useLeaveWarning` lets the browser ask before the tab is closed, for just as long as that would lose something: uploads
 * under way whose bytes are neither kept by the journal nor at S3. Call it once, near the root of your app.
 */
const meta: Meta = { title: 'Hooks/useLeaveWarning' }
export default meta

function App() {
  useLeaveWarning()
  const underWay = useUploadSummary(undefined, (summary) => summary.live)
  return (
    <p>
      {underWay === 0 ? 'This tab may be closed.' : `${underWay} upload under way: the browser will ask.`}
    </p>
  )
}

export const WhileUploadsRun: StoryObj = {
  parameters: { epilot: { bytesPerSecond: 'by-hand' } },
  render: () => <App />,
  play: async ({ canvas, epilot }) => {
    await expect(asksBeforeLeaving()).toBe(false)
    epilot.client.uploads.add([aFile()], { scope: 'anywhere' })
    await canvas.findByText('1 upload under way: the browser will ask.')
    await expect(asksBeforeLeaving()).toBe(true)
    ;(await epilot.put.next()).finish()
    await canvas.findByText('This tab may be closed.')
    await waitFor(() => expect(asksBeforeLeaving()).toBe(false))
  },
}

function asksBeforeLeaving(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}
