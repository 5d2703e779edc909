import { useEffect, useId, useState } from 'react'
import { useStore } from 'zustand'
import { Icon } from '../../src/index.js'
import type { BadDay } from './bad-day.js'
import type { ConsoleWords } from './console-words.js'
import type { DayReading, LogLine } from './read-the-day.js'
import { FaultKnobs } from './fault-knobs.js'
import { NextFault } from './next-fault.js'
import { useDayReading } from './use-day-reading.js'
import './fault-console.css'

export interface FaultConsoleProps {
  readonly day: BadDay
  readonly words: ConsoleWords
}

/** Lets things go wrong, and counts what becomes of the files all the same. */
export function FaultConsole({ day, words }: FaultConsoleProps) {
  const titleId = useId()
  const reading = useDayReading(day)
  return (
    <section className="ef-panel console" aria-labelledby={titleId}>
      <div className="ef-bar">
        <h2 id={titleId} className="ef-heading ef-grow">
          {words.faults}
        </h2>
        <Seed day={day} words={words} />
      </div>
      <FaultKnobs day={day} words={words} />
      <NextFault day={day} words={words} />
      <div className="console-run">
        <button type="button" className="ef-button" data-variant="primary" onClick={() => day.drop(batch)}>
          <Icon name="play" size="sm" />
          {words.drop(batch)}
        </button>
        <button type="button" className="ef-button" onClick={day.killTab}>
          {words.killTab}
        </button>
        <button type="button" className="ef-button" data-variant="ghost" onClick={day.clear}>
          {words.clear}
        </button>
      </div>
      <Counts day={day} words={words} counts={reading.counts} />
      <Log label={words.lastCalls} lines={reading.log} />
    </section>
  )
}

function Seed({ day, words }: FaultConsoleProps) {
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setIsCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copyLabel = isCopied ? words.copied : words.copySeed

  async function copy() {
    await navigator.clipboard.writeText(String(day.seed))
    setIsCopied(true)
  }
  return (
    <>
      <span className="console-seed">
        {words.seed} <code>{day.seed}</code>
      </span>
      <button
        type="button"
        className="ef-icon-button"
        aria-label={copyLabel}
        title={copyLabel}
        onClick={() => void copy()}
      >
        {isCopied ? <Icon name="check" /> : <CopyIcon />}
      </button>
      <button
        type="button"
        className="ef-icon-button"
        aria-label={words.reset}
        title={words.reset}
        onClick={day.reset}
      >
        <Icon name="undo" mirror />
      </button>
    </>
  )
}

function CopyIcon() {
  return (
    <svg className="ef-icon" viewBox="0 0 20 20" aria-hidden>
      <path d="M8.5 7H15a1.5 1.5 0 0 1 1.5 1.5V15a1.5 1.5 0 0 1-1.5 1.5H8.5A1.5 1.5 0 0 1 7 15V8.5A1.5 1.5 0 0 1 8.5 7z" />
      <path d="M13 7V5a1.5 1.5 0 0 0-1.5-1.5H5A1.5 1.5 0 0 0 3.5 5v6.5A1.5 1.5 0 0 0 5 13h2" />
    </svg>
  )
}

function Counts({ day, words, counts }: FaultConsoleProps & Pick<DayReading, 'counts'>) {
  const presses = useStore(day.presses)
  const all = { ...counts, presses }
  return (
    <dl className="console-counts">
      {countNames.map((name) => (
        <div key={name} data-count={name} data-wrong={bad.has(name) && all[name] > 0 ? '' : undefined}>
          <dt>{words.counts[name]}</dt>
          <dd>{all[name]}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The calls by their own names, whatever the language. */
function Log({ label, lines }: { readonly label: string; readonly lines: readonly LogLine[] }) {
  if (lines.length === 0) return null
  return (
    <ol className="console-log" aria-label={label} dir="ltr" lang="en">
      {lines.map(({ key, at, call, outcome }) => (
        <li key={key}>
          <time>{new Date(at).toLocaleTimeString('en-GB')}</time>
          <span>{call}</span>
          <span>{outcome}</span>
        </li>
      ))}
    </ol>
  )
}

const countNames = ['dropped', 'savedOnce', 'doubled', 'lost', 'damaged', 'presses'] as const
const bad: ReadonlySet<(typeof countNames)[number]> = new Set(['doubled', 'lost', 'damaged'])
const batch = 40
