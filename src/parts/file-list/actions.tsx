import { forwardRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'

/** Props of `FileListActions`. */
export type FileListActionsProps = PartProps<'div'>

/** Holds the buttons of a row. Renders a `<div>`. */
export const FileListActions = forwardRef<HTMLDivElement, FileListActionsProps>(
  function FileListActions(props, ref) {
    return renderPart('div', props, { name: 'actions', ref })
  },
)
