'use client'
import { useMessages } from '../../hooks/files-provider.js'
import type { Density } from '../../parts/file-list/root.js'

/** In the shape of what will come; only what takes longer is worth a picture of waiting. */
export function LoadingFiles({ density }: { readonly density: Density | undefined }) {
  const { loading } = useMessages()
  return (
    <ul className="ef-list" data-layout="table" data-density={density} aria-busy="true" aria-label={loading}>
      {[0, 1, 2, 3].map((row) => (
        <li key={row} className="ef-row">
          <span className="ef-thumb ef-bone" />
          <div className="ef-main">
            <span className="ef-bone" />
          </div>
        </li>
      ))}
    </ul>
  )
}
