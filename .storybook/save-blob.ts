import type { OpenDownload } from '../src/index.js'

/** Fetches a link and saves what comes, where no server answers to an iframe. */
export function saveBlob(fetch: typeof globalThis.fetch): OpenDownload {
  return (url, { onPage }) => void save(url).catch(onPage)

  async function save(url: string): Promise<void> {
    const response = await fetch(url)
    const [, name = ''] =
      /filename\*=UTF-8''(.+)$/.exec(response.headers.get('Content-Disposition') ?? '') ?? []
    if (!response.ok) throw new Error(`The link answered with ${response.status}.`)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await response.blob())
    link.download = decodeURIComponent(name)
    link.click()
    // The browser has read it by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
}
