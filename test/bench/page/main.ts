import { pipelineByHand } from './pipeline-by-hand.js'
import { sixWorkers } from './six-workers.js'
import { withUploads } from './with-uploads.js'

/** Uploads files; resolves once the last one is saved. */
export type Uploader = (files: readonly File[], apiUrl: string) => Promise<void>

/** What the page is asked, in its own address. */
export interface BenchRequest {
  readonly way: keyof typeof ways
  readonly apiUrl: string
  readonly count: number
  readonly sizeBytes: number
  /** Where to tell how long it took. */
  readonly reportUrl: string
}

/** What the page tells. */
export type BenchReport = { readonly milliseconds: number } | { readonly error: string }

const ways = {
  ours: withUploads,
  loop: sixWorkers,
  pipelined: pipelineByHand,
} satisfies Record<string, Uploader>

const request = JSON.parse(new URLSearchParams(location.search).get('request') ?? '') as BenchRequest // by run.ts
const report: BenchReport = await run(request).catch((error: unknown) => ({ error: String(error) }))
await fetch(request.reportUrl, { method: 'POST', mode: 'no-cors', body: JSON.stringify(report) })

async function run({ way, apiUrl, count, sizeBytes }: BenchRequest): Promise<BenchReport> {
  const content = new Uint8Array(sizeBytes)
  const files = Array.from(
    { length: count },
    (_, index) => new File([content], `scan-${index}.pdf`, { type: 'application/pdf' }),
  )
  const begin = performance.now()
  await ways[way](files, apiUrl)
  return { milliseconds: performance.now() - begin }
}
