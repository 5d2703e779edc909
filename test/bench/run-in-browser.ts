import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { listen } from '../e2e/support/listen.ts'
import { browserLaunchOptions } from '../support/find-browser.ts'
import type { BenchReport, BenchRequest } from './page/main.ts'

/**
 * Runs one measurement in a Chromium of its own. Nobody drives it: to be told of thousands of requests takes a driver
 * and its browser as much work as the requests themselves, and hides what is measured.
 */
export async function runInBrowser(
  pageUrl: string,
  request: Omit<BenchRequest, 'reportUrl'>,
): Promise<number> {
  let tell: (report: BenchReport) => void = () => {}
  const reported = new Promise<BenchReport>((resolve) => (tell = resolve))
  const desk = await listen((message, response) => {
    void json(message).then((report) => tell(report as BenchReport)) // by our own page
    response.end()
  })
  const profile = await mkdtemp(path.join(tmpdir(), 'epilot-files-bench-'))
  const question = new URLSearchParams({ request: JSON.stringify({ ...request, reportUrl: desk.origin }) })
  const { executablePath, args } = browserLaunchOptions()
  const browser = spawn(
    executablePath,
    // Without a sandbox, as Playwright starts it too: there is none for root.
    [
      ...args,
      '--headless',
      '--no-sandbox',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `${pageUrl}/?${question}`,
    ],
    { stdio: 'ignore' },
  )
  const gone = once(browser, 'exit')
  try {
    const report = await Promise.race([reported, tooLate(), gone.then(() => ({ error: 'Chromium ended.' }))])
    if ('error' in report) throw new Error(`${request.way} came to nothing: ${report.error}`)
    return report.milliseconds
  } finally {
    browser.kill()
    await gone
    await desk.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

function tooLate(): Promise<BenchReport> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ error: 'nothing was heard of it for five minutes.' }), 300_000).unref()
  })
}
