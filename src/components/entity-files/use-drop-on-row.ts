'use client'
import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'
import type { RelatedFile } from '../../api/types.js'
import { useFileClient } from '../../hooks/files-provider.js'
import { useLatest } from '../../hooks/use-latest.js'
import { filesOfDrop } from '../../intake/files-of-drop.js'
import { isSurelyRefused } from '../../intake/is-surely-refused.js'
import { versionTypes } from '../../intake/version-types.js'
import { contentOf } from '../../parts/file-dropzone/drag-content.js'
import { useDropzoneContext } from '../../parts/file-dropzone/dropzone-context.js'
import { canHaveVersions } from './can-have-versions.js'
import type { NewVersions } from './use-new-versions.js'

interface DropOnRowOptions {
  readonly listRef: RefObject<HTMLElement | null>
  readonly files: readonly RelatedFile[]
  /** Without them rows are no targets. */
  readonly versions: NewVersions | undefined
}

/**
 * Lets one file be dropped on a row, as its new version. Most drops on a full list land on some row and are meant for the
 * list, so a row takes the drop only once the pointer has rested on it.
 */
export function useDropOnRow({ listRef, files, versions }: DropOnRowOptions): void {
  const { clock } = useFileClient()
  const isDragged = useDropzoneContext('Area').drag !== undefined
  const latest = useLatest({ files, versions, isDragged })
  const rest = useRef<Rest>(nowhere)

  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    // First of all: a drop on a row is no drop on the list, and the zone around it must not hear of it.
    const first = { signal, capture: true }
    window.addEventListener('dragover', onDragOver, first)
    window.addEventListener('drop', onDrop, first)
    return () => {
      listening.abort()
      restOn(null)
    }

    function onDragOver(event: DragEvent): void {
      const { versions, isDragged } = latest.current
      const types = isDragged && versions && event.dataTransfer ? contentOf(event.dataTransfer).types : []
      const file = types.length === 1 ? fileUnder(event) : undefined
      restOn(file ?? null, types[0])
    }

    function onDrop(event: DragEvent): void {
      const { versions } = latest.current
      const { isTarget } = rest.current
      const file = fileUnder(event)
      if (!isTarget || !versions || !event.dataTransfer || !file || file._id !== rest.current.id) return
      event.preventDefault()
      event.stopPropagation()
      void filesOfDrop(event.dataTransfer).then((brought) => versions.add(file, brought.files))
      restOn(null)
    }

    function restOn(file: RelatedFile | null, type = ''): void {
      const before = rest.current
      if (before.id === file?._id) return
      before.callOff()
      if (before.isTarget) latest.current.versions?.onTarget(null)
      rest.current = file
        ? { id: file._id, isTarget: false, callOff: clock.setTimeout(aim, restMs) }
        : nowhere

      function aim(): void {
        if (!file) return
        rest.current = { ...rest.current, isTarget: true }
        const drag = isSurelyRefused(type, versionTypes(file)) ? 'reject' : 'accept'
        latest.current.versions?.onTarget({ id: file._id, drag })
      }
    }

    function fileUnder(event: DragEvent): RelatedFile | undefined {
      const path = event.composedPath()
      const list = listRef.current
      const row = list ? path[path.indexOf(list) - 1] : undefined
      const index = row instanceof Element ? Number(row.getAttribute('data-index') ?? -1) : -1
      const file = latest.current.files[index]
      return file && canHaveVersions(file) ? file : undefined
    }
  }, [clock, latest, listRef])

  const onTarget = versions?.onTarget
  useEffect(() => {
    if (isDragged) return
    // The drop that ends a drag is told of in the same breath, and has to find its row.
    const timer = setTimeout(() => {
      rest.current.callOff()
      rest.current = nowhere
      onTarget?.(null)
    })
    return () => clearTimeout(timer)
  }, [isDragged, onTarget])
}

/** On what the pointer rests. */
interface Rest {
  readonly id: string | undefined
  readonly isTarget: boolean
  readonly callOff: () => void
}

const nowhere: Rest = { id: undefined, isTarget: false, callOff() {} }
const restMs = 600
