import type { ReactNode } from 'react'
import './app-shell.css'

export interface AppShellProps {
  readonly path: readonly string[]
  readonly title: string
  readonly tabs: readonly string[]
  /** The tab that is open. */
  readonly tab: string
  /** How many there are of what it shows. */
  readonly count?: number | undefined
  /** Beside what the tab shows, where there is room. */
  readonly details: Readonly<Record<string, string>>
  readonly children: ReactNode
}

/** The page of an app of the energy business, with nothing of this library in it. */
export function AppShell({ path, title, tabs, tab, count, details, children }: AppShellProps) {
  return (
    <div className="app">
      <nav className="app-rail" aria-label="App">
        {Object.entries(places).map(([place, drawing]) => (
          <a
            key={place}
            href={`#${place}`}
            aria-label={place}
            aria-current={place === path[0] ? 'page' : undefined}
          >
            <svg viewBox="0 0 20 20" aria-hidden fill="none" stroke="currentColor" strokeWidth={1.5}>
              <path d={drawing} strokeLinecap="round" strokeLinejoin="round" />
            </svg>
          </a>
        ))}
      </nav>
      <main className="app-screen">
        <header className="app-head">
          <nav className="app-path" aria-label="Path">
            {path.map((step) => (
              <span key={step}>
                <bdi>{step}</bdi>
              </span>
            ))}
          </nav>
          <h1>{title}</h1>
          <nav className="app-tabs" aria-label="Opportunity">
            {tabs.map((name) => (
              <a key={name} href={`#${name}`} aria-current={name === tab ? 'page' : undefined}>
                {name} {name === tab && count !== undefined && <span className="ef-count">{count}</span>}
              </a>
            ))}
          </nav>
        </header>
        <div className="app-columns">
          {children}
          <aside className="ef-panel app-details" aria-labelledby="details">
            <h2 id="details" className="ef-heading">
              Details
            </h2>
            <dl>
              {Object.entries(details).map(([term, detail]) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{detail}</dd>
                </div>
              ))}
            </dl>
          </aside>
        </div>
      </main>
    </div>
  )
}

const places = {
  Home: 'M3.5 9 10 3.5 16.5 9v6.5a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1zM8 16.5v-4.75h4v4.75',
  Contacts:
    'M7.5 4.25a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5zM2.75 16c0-2.6 2.1-4 4.75-4s4.75 1.4 4.75 4M12.5 4.5a2.75 2.75 0 0 1 0 5M14 12.25c2 .4 3.25 1.75 3.25 3.75',
  Opportunities: 'M11 2.75 4.25 11.5H10l-1 5.75 6.75-8.75H10z',
  Documents:
    'M6.25 2.75h5.25l3.75 3.75v9.25c0 .83-.67 1.5-1.5 1.5h-7.5c-.83 0-1.5-.67-1.5-1.5V4.25c0-.83.67-1.5 1.5-1.5zM11.25 2.75v4h4',
  Messages:
    'M4.5 4.5h11A1.5 1.5 0 0 1 17 6v8a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14V6a1.5 1.5 0 0 1 1.5-1.5zM3.5 5.75l6.5 5 6.5-5',
  Reports: 'M3.5 16.5h13M5.5 13.5v-3M10 13.5v-9M14.5 13.5V7',
}
