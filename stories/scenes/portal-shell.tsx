import type { ReactNode } from 'react'
import './portal-shell.css'

export interface PortalShellProps {
  /** Names the pages of the portal, for who cannot see them. */
  readonly label: string
  readonly pages: readonly string[]
  /** The page that is open. */
  readonly page: string
  readonly children: ReactNode
}

/** The customer portal of an energy supplier, with nothing of this library in it. */
export function PortalShell({ label, pages, page, children }: PortalShellProps) {
  return (
    <div className="portal">
      <header className="portal-brand">
        <svg viewBox="0 0 20 20" aria-hidden fill="none" stroke="currentColor" strokeWidth={1.5}>
          <path d="M11 2.75 4.25 11.5H10l-1 5.75 6.75-8.75H10z" strokeLinejoin="round" />
        </svg>
        <span>Stadtwerke Musterstadt</span>
        <nav aria-label={label}>
          {pages.map((name) => (
            <a key={name} href={`#${name}`} aria-current={name === page ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
        <span className="portal-who">Emre Yıldız</span>
      </header>
      {children}
    </div>
  )
}
