import styles from '../../../src/styles.css?inline'
import type { Mounted } from './mounted.js'
import { mountOurs } from './ours.js'
import { mountPlain } from './plain-list.js'

/** What the page measures, called from outside. */
export interface Bench {
  mount(way: keyof typeof ways): Promise<void>
  /** Puts files into the input; resolves with the milliseconds until they are painted, and the tasks of over 50 ms. */
  add(count: number): Promise<{ readonly milliseconds: number; readonly longTasks: readonly number[] }>
  /** Milliseconds for so many progress events, each in a task of its own, with what they set off. */
  progress(events: number): Promise<number>
  countNodes(): number
  clear(): Promise<void>
}

const ways = {
  ours: withStyles(mountOurs),
  plain: withStyles(mountPlain),
  /** The same as `plain`, as a browser draws it on its own. */
  bare: mountPlain,
} satisfies Record<string, (root: HTMLElement) => Mounted>

let mounted: Mounted
const content = new Blob([new Uint8Array(1_000_000)])

const bench: Bench = {
  async mount(way) {
    const root = document.querySelector<HTMLElement>('#root')
    if (!root) throw new Error('There is no #root.')
    mounted = ways[way](root)
    await painted()
  },
  async add(count) {
    const files = new DataTransfer()
    for (let index = 0; index < count; index++) {
      const name = `Rechnung_${String(index).padStart(5, '0')}.pdf`
      files.items.add(new File([content], name, { type: 'application/pdf' }))
    }
    const input = document.querySelector<HTMLInputElement>('input[type=file]')
    if (!input) throw new Error('There is no input.')
    const longTasks: number[] = []
    const observer = new PerformanceObserver((tasks) => {
      for (const { startTime, duration } of tasks.getEntries())
        if (startTime >= begin) longTasks.push(duration)
    })
    await rest()
    const begin = performance.now()
    observer.observe({ type: 'longtask' })
    // As the browser does it, in a task of its own.
    setTimeout(() => {
      input.files = files.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
    while (!mounted.isFull(count)) await frame()
    // It was seen at the beginning of a frame: when the next one begins, that one is painted.
    await frame()
    const milliseconds = performance.now() - begin
    await rest()
    observer.disconnect()
    return { milliseconds, longTasks }
  },
  async progress(events) {
    await rest()
    const begin = performance.now()
    for (let event = 0; event < events; event++) {
      mounted.progress()
      await task()
    }
    await painted()
    return performance.now() - begin
  },
  countNodes() {
    const nodes = document.createTreeWalker(document.body)
    let count = 1
    while (nodes.nextNode()) count++
    return count
  },
  async clear() {
    mounted.clear()
    await rest()
  },
}
Object.assign(window, { bench })

function withStyles(mount: (root: HTMLElement) => Mounted): (root: HTMLElement) => Mounted {
  return (root) => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: styles }))
    return mount(root)
  }
}

function frame(): Promise<unknown> {
  return new Promise(requestAnimationFrame)
}

/** The frame after the next one begins when that one is painted. */
async function painted(): Promise<void> {
  await frame()
  await frame()
}

function task(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/** What was set off is over. */
async function rest(): Promise<void> {
  await new Promise((resolve) => requestIdleCallback(resolve))
  await painted()
  await new Promise((resolve) => requestIdleCallback(resolve))
}
