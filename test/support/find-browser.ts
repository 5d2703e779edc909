import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright'

const root = path.resolve(import.meta.dirname, '../..')

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** How the tests start Chromium: `chromium.launch(browserLaunchOptions())`. */
export function browserLaunchOptions() {
  return { args: quietFlags, executablePath: findBrowser() }
}

let found: string | undefined

function findBrowser(): string {
  found ??= chosenBrowser() ?? playwrightBrowser() ?? systemBrowsers.find(existsSync) ?? npmBrowser()
  if (found !== undefined) return found

  throw new Error('Found no Chromium to run the tests in. To get one, type: npx playwright install chromium')
}

function chosenBrowser(): string | undefined {
  const chosen = process.env.CHROMIUM_PATH
  if (!chosen || existsSync(chosen)) return chosen || undefined

  throw new Error(`CHROMIUM_PATH is ${chosen}, but there is no such file. Correct it or unset it.`)
}

function playwrightBrowser(): string | undefined {
  const installed = chromium.executablePath()
  return existsSync(installed) ? installed : undefined
}

/** The Chromium that came with `npm install`: Linux x64 only, unpacked once. */
function npmBrowser(): string | undefined {
  const folder = path.join(root, 'node_modules/@sparticuz/chromium')
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(folder)) return undefined

  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string
  }
  const unpacked = path.join(root, 'node_modules/.cache', `chromium-${version}`)
  if (!existsSync(unpacked)) unpackInto(unpacked, folder)

  const executable = path.join(unpacked, 'chromium')
  borrowLibraries(executable, unpacked)
  return executable
}

/** The package unpacks to the temporary folder, in whatever state a folder there is. So it gets one of its own. */
function unpackInto(target: string, folder: string): void {
  mkdirSync(path.dirname(target), { recursive: true })
  const temporary = mkdtempSync(`${target}-`)
  const script = `
    import chromium, { inflate } from '@sparticuz/chromium'
    await chromium.executablePath()
    await inflate(${JSON.stringify(path.join(folder, 'bin/al2023.tar.br'))})`
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      env: { ...process.env, TMPDIR: temporary },
    })
    if (!existsSync(target)) renameSync(temporary, target)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/** A bare machine lacks libnss3, or has no fonts at all. The package brings both. */
function borrowLibraries(executable: string, unpacked: string): void {
  if (execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found')) {
    const own = path.join(unpacked, 'al2023/lib')
    process.env.LD_LIBRARY_PATH = [own, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  }
  if (!existsSync('/etc/fonts')) process.env.FONTCONFIG_PATH ??= path.join(unpacked, 'fonts')
}
