import { expect, it } from 'vitest'
import { createFileClient } from '../../src/core.js'
import { downloadArchive } from '../../src/downloads/archive/download-archive.js'
import { createFileServer } from '../../src/testing.js'

it('saves nothing for somebody who has signed in by the time that all has come', async () => {
  const server = createFileServer()
  let owner = 'anna'
  const client = createFileClient({
    getToken: () => 'token',
    journal: 'off',
    owner: () => owner,
    async fetch(input, init) {
      const answer = await server.fetch(input, init)
      if (server.ledger.count('get') > 0) owner = 'bert'
      return answer
    },
  })

  const downloading = downloadArchive(client, [server.addFile()], {
    name: 'Files.zip',
    signal: new AbortController().signal,
    owner,
    onProgress() {},
    describe: () => '',
  })

  await expect(downloading).rejects.toMatchObject({ code: 'owner-changed', step: 'download' })
})
