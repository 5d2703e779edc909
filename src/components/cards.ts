import type { KeyboardEvent, ReactNode } from 'react'
import type { FileListRowsProps } from '../parts/file-list/rows.js'

/** Lays a list out as cards; given from above, so that only who has a grid loads what walks it. */
export interface Cards {
  readonly look: {
    readonly 'data-layout': 'grid'
    /** How pictures are shown. */
    readonly 'data-shape': 'landscape' | undefined
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  }
  readonly Rows: <Item>(props: FileListRowsProps<Item>) => ReactNode
}
