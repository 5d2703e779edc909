'use client'
import { useRef, useState } from 'react'
import { queryKeys } from '../../queries/query-keys.js'
import type { EntityFilesProps } from './entity-files-props.js'
import { EntityPanel } from './entity-panel.js'

/**
 * The Files tab of a business entity: its files as a list or as cards, sorted, searched and filtered by type, label and
 * time, with what can be done to one or to many; a drop anywhere on it uploads and attaches, one on a file adds a version
 * to that. What may come in, and whether anything may, it reads from the entity's schema.
 *
 * @experimental The list of a file's versions is still to come.
 *
 * @example
 * <EntityFiles entity={{ slug: 'opportunity', id }} targetName="Opportunity 1043" page />
 */
export function EntityFiles({ defaultView = 'list', ...props }: EntityFilesProps) {
  const [view, setView] = useState(defaultView)
  const hadFocus = useRef(false)
  // Another entity begins anew: what was chosen, asked or can be undone is about the files of the last one.
  const key = JSON.stringify(queryKeys.entityFiles(props.entity))
  return <EntityPanel key={key} {...props} {...{ view, hadFocus }} onView={setView} />
}
