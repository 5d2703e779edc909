import type { MouseEvent } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { AttachToEntity, FilesProvider, Icon, useMessages, useRestoredUploads } from '../../src/index.js'
import type { BadDay as Day } from '../support/bad-day.js'
import { consoleWords } from '../support/console-words.js'
import { FaultConsole } from '../support/fault-console.js'
import { opportunity } from '../support/opportunity.js'
import './bad-day.css'

/** The files of an opportunity in one tab or two, and beside them all that can go wrong. */
export function BadDay({ day }: { readonly day: Day }) {
  const messages = useMessages()
  const words = consoleWords[messages.locale === 'de' ? 'de' : 'en']
  const tabs = useStore(day.tabs)
  const titles = tabs.length > 1 ? [words.thisTab, words.secondTab] : []
  return (
    <main className="day">
      <header className="day-head">
        <h1>
          <bdi>{words.title}</bdi>
        </h1>
        <p>
          <bdi>{words.claim}</bdi>
        </p>
      </header>
      <div className="day-columns">
        {/* Counts what somebody had to do; every button in here can be reached by keyboard, too. */}
        <div className="day-tabs" onClickCapture={(event) => countPress(day, event)}>
          {tabs.map((tab, index) => (
            <div key={tab.id} className="day-view">
              <QueryClientProvider client={tab.queryClient}>
                <FilesProvider client={tab.client} messages={messages}>
                  <Files day={day} title={titles[index]} />
                </FilesProvider>
              </QueryClientProvider>
            </div>
          ))}
        </div>
        <FaultConsole day={day} words={words} />
      </div>
    </main>
  )
}

function Files({ day, title }: { readonly day: Day; readonly title: string | undefined }) {
  return (
    <>
      <GoOn />
      <AttachToEntity
        entity={opportunity}
        title={title}
        density="compact"
        onSignIn={() => day.turn({ isSignedOut: false })}
      />
    </>
  )
}

/** What the reload has interrupted stands in its list; here is one button for all of it. */
function GoOn() {
  const { paused, continueAll } = useRestoredUploads()
  const { restored } = useMessages()
  if (paused === 0) return null
  return (
    <div className="ef-panel">
      <div className="ef-summary" data-tone="accent">
        <Icon name="history" />
        <p className="ef-heading ef-grow">{restored.title(paused)}</p>
        <button type="button" className="ef-button" data-variant="primary" onClick={continueAll}>
          <Icon name="play" size="sm" />
          {restored.continueAll}
        </button>
      </div>
    </div>
  )
}

function countPress(day: Day, { target }: MouseEvent): void {
  const button = target instanceof Element ? target.closest('button') : null
  // To choose files, to look at them and to read on is no repair.
  const isRepair = button?.closest('.ef-summary, .ef-notice, .ef-row[data-status]:not([data-status="done"])')
  if (isRepair) day.presses.setState((presses) => presses + 1)
}
