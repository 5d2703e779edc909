import type { ReactNode } from 'react'
import './phone.css'

/** A phone with the page of an energy supplier on it, and nothing of this library in either. On a real phone only the page. */
export function Phone({ children }: { readonly children: ReactNode }) {
  return (
    <div className="phone">
      <div className="phone-status" aria-hidden>
        <span>9:41</span>
        <span>3G</span>
      </div>
      <header className="phone-brand">
        <svg viewBox="0 0 20 20" aria-hidden fill="none" stroke="currentColor" strokeWidth={1.5}>
          <path d="M11 2.75 4.25 11.5H10l-1 5.75 6.75-8.75H10z" strokeLinejoin="round" />
        </svg>
        Stadtwerke Musterstadt
      </header>
      {children}
    </div>
  )
}
