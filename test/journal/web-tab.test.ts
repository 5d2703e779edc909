import { expect, it } from 'vitest'
import { joinTabs } from '../../src/journal/web-tab.js'

it('tells nobody any more what still happens after it has left', async () => {
  const tab = await joinTabs('tabs')
  tab.leave()

  expect(() => tab.tell({ type: 'ended', id: 'an upload', result: null })).not.toThrow()
})
