// Runs the suites named as arguments (or those of `npm test`), goes on after a failure and sums up at the end.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

interface Suite {
  readonly name: string
  /** The npm script to run. */
  readonly script: string
  /** A check passes or fails as one. Vitest tells how many tests it ran. */
  readonly counts: 'as-one' | 'vitest-tests'
  /** Takes too long for `npm test`. */
  readonly onlyInAll?: boolean
}

interface Result {
  readonly suite: Suite
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly seconds: number
}

type Counts = Pick<Result, 'passed' | 'failed' | 'skipped'>

/** What we read of the report vitest writes. */
interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

const suites: readonly Suite[] = [
  { name: 'format', script: 'format:check', counts: 'as-one' },
  { name: 'lint', script: 'lint', counts: 'as-one' },
  { name: 'types', script: 'types', counts: 'as-one' },
  { name: 'build', script: 'build', counts: 'as-one' },
  { name: 'knip', script: 'knip', counts: 'as-one' },
  { name: 'size', script: 'size', counts: 'as-one' },
  { name: 'publint', script: 'publint', counts: 'as-one' },
  { name: 'attw', script: 'attw', counts: 'as-one' },
  { name: 'unit', script: 'test:unit', counts: 'vitest-tests' },
  { name: 'components', script: 'test:components', counts: 'vitest-tests' },
  { name: 'react18', script: 'test:react18', counts: 'vitest-tests' },
  { name: 'stories', script: 'test:stories', counts: 'vitest-tests' },
  { name: 'e2e', script: 'test:e2e', counts: 'vitest-tests' },
  { name: 'consumers', script: 'test:consumers', counts: 'vitest-tests' },
  { name: 'e2e:large', script: 'test:e2e:large', counts: 'vitest-tests', onlyInAll: true },
  { name: 'chaos', script: 'test:chaos', counts: 'vitest-tests', onlyInAll: true },
  { name: 'bench', script: 'bench', counts: 'as-one', onlyInAll: true },
]

const root = path.resolve(import.meta.dirname, '../..')
const reports = path.join(root, 'node_modules/.cache/test-reports')

const results: Result[] = []
for (const suite of chosenSuites(process.argv.slice(2))) results.push(await run(suite))
summarise(results)

function chosenSuites(names: readonly string[]): readonly Suite[] {
  if (names.length === 0) return suites.filter((suite) => !suite.onlyInAll)
  if (names.includes('all')) return suites

  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name))
  if (unknown.length > 0) {
    console.error(
      `No such suite: ${unknown.join(', ')}. There are: all, ${suites.map((suite) => suite.name).join(', ')}.`,
    )
    process.exit(1)
  }
  return suites.filter((suite) => names.includes(suite.name))
}

async function run(suite: Suite): Promise<Result> {
  console.log(`\n=== ${suite.name} ===`)
  const report = path.join(reports, `${suite.name.replace(':', '-')}.json`)
  mkdirSync(reports, { recursive: true })
  rmSync(report, { force: true })

  const begin = performance.now()
  const reporters = ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const succeeded = await runScript(suite.script, suite.counts === 'vitest-tests' ? reporters : [])
  const seconds = (performance.now() - begin) / 1000

  const counts = suite.counts === 'vitest-tests' ? countTests(report, succeeded) : countOne(succeeded)
  return { suite, ...counts, seconds }
}

function runScript(script: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    // `npm run` puts node_modules/.bin first on the PATH, and so the Node of test/node-runtime.
    const child = spawn('npm', ['run', '--silent', script, ...args], { cwd: root, stdio: 'inherit' })
    child.on('error', (error) => {
      console.error(`Could not start npm: ${error.message}`)
      resolve(false)
    })
    child.on('exit', (code) => resolve(code === 0))
  })
}

function countOne(succeeded: boolean): Counts {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 }
}

function countTests(reportFile: string, succeeded: boolean): Counts {
  const report = readReport(reportFile)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }

  const crashedFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const passed = report.numPassedTests
  const failed = report.numFailedTests + crashedFiles.length
  const skipped = report.numPendingTests + report.numTodoTests

  // Nothing ran, or something broke beside the tests: an unhandled error, a browser that died.
  const isBroken = passed + failed === 0 || (!succeeded && failed === 0)
  return { passed, failed: isBroken ? failed + 1 : failed, skipped }
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport // written by vitest a moment ago
  } catch {
    return undefined
  }
}

function summarise(all: readonly Result[]): void {
  const rows = all.map((result) => [result.suite.name, describe(result), `${result.seconds.toFixed(1)} s`])
  const header = ['suite', 'result', 'seconds']
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  )

  console.log('')
  for (const row of [header, widths.map((width) => '-'.repeat(width)), ...rows]) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
  }

  const total = {
    passed: sum(all.map((result) => result.passed)),
    failed: sum(all.map((result) => result.failed)),
    skipped: sum(all.map((result) => result.skipped)),
  }
  console.log('')
  console.log(describe(total))
  process.exitCode = total.failed > 0 ? 1 : 0
}

function describe({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
