'use client'
import type { MouseEvent } from 'react'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useList } from './list-context.js'
import { useRowTabIndex } from './place-context.js'
import { useIsSelected, useRow } from './row-context.js'

/** Props of `FileListCheckbox`. */
export type FileListCheckboxProps = PartProps<'input'>

/**
 * Chooses the row; with Shift all rows up to it. Renders an `<input type="checkbox">`, or nothing in a list without
 * `selection`.
 */
export const FileListCheckbox = forwardRef<HTMLInputElement, FileListCheckboxProps>(
  function FileListCheckbox(props, ref) {
    const { key, name } = useRow('Checkbox')
    const selection = useList()?.selection
    const isSelected = useIsSelected(selection, key)
    const tabIndex = useRowTabIndex()
    const { selectFile } = useMessages()
    if (!selection) return null
    return renderPart('input', props, {
      name: 'check',
      ref,
      defaults: {
        type: 'checkbox',
        checked: isSelected,
        tabIndex,
        'aria-label': selectFile(name),
        onChange: () => {}, // the click knows of Shift
        onClick: ({ shiftKey }: MouseEvent) => (shiftKey ? selection.extendTo(key) : selection.toggle(key)),
      },
    })
  },
)
