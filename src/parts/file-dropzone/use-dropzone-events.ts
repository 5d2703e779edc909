'use client'
import type { ChangeEvent, ClipboardEvent as ReactClipboardEvent } from 'react'
import { useId, useState } from 'react'
import { useDropzone } from 'react-dropzone'
import { useMessages } from '../../hooks/files-provider.js'
import { useLatest } from '../../hooks/use-latest.js'
import { filesOfDrop, filesOfInput } from '../../intake/files-of-drop.js'
import { withTellingNames } from '../../intake/telling-name.js'
import { useIsomorphicLayoutEffect } from '../../hooks/use-isomorphic-layout-effect.js'
import { acceptedTypes, inputAccept, refusedCount, takesPhotos } from './accepted-types.js'
import type { DragContent } from './drag-content.js'
import type { Dropzone } from './dropzone-context.js'
import type { DropzoneOptions } from './dropzone-options.js'
import { filesOfPaste, isIntoText } from './files-of-paste.js'
import { isInside } from './is-inside.js'
import { onlyFileDrags } from './only-file-drags.js'
import { usePicker } from './use-picker.js'
import { useReception } from './use-reception.js'
import { isOwnDrag, watchPage } from './watch-page.js'

/** react-dropzone for its events alone: what may come in, and what goes on in a drag, is not its business. */
export function useDropzoneEvents(options: DropzoneOptions): Dropzone {
  const { onFiles, multiple = true, disabled, rules, count = 0, page = false, paste = 'zone' } = options
  const isDisabled = Boolean(disabled)
  const messages = useMessages()
  const [isDescribed, setDescribed] = useState(false)
  const [content, setContent] = useState<DragContent | null>(null)
  const { problem, isReading, receive: handOn } = useReception({ onFiles, multiple })

  const { rootRef, inputRef, getRootProps, getInputProps } = useDropzone({
    disabled: isDisabled,
    noClick: true,
    noKeyboard: true,
    noPaste: true,
    // It would keep text from being dropped into text fields too.
    preventDropOnDocument: false,
    // A zone inside another one takes its drops alone.
    noDragEventsBubbling: true,
    // It would forget a drop that is still being read when the next one comes, or when the zone goes.
    getFilesFromEvent(event) {
      if (event instanceof Array || !('dataTransfer' in event)) return Promise.resolve([])
      if (event.type === 'drop' && event.dataTransfer) drop(event.dataTransfer)
      return Promise.resolve([])
    },
  })
  const { style: _, onChange: __, ...inputProps } = getInputProps()
  const picker = usePicker({
    inputRef,
    accept: inputAccept(options),
    multiple,
    onChange(event: ChangeEvent<HTMLInputElement>) {
      const { files, hadFolder } = filesOfInput(event.target)
      const photos = event.target.hasAttribute('capture')
      receive({ files: photos ? withTellingNames(files, messages.photo) : files, hadFolder })
    },
  })

  function receive(brought: Parameters<typeof handOn>[0]): void {
    // A fieldset around it may be disabled, of which nobody is told.
    if (!inputRef.current?.matches(':disabled')) handOn(brought)
  }
  function drop(dataTransfer: DataTransfer): void {
    if (!isOwnDrag()) receive(filesOfDrop(dataTransfer))
  }
  function takePaste(event: ClipboardEvent): void {
    const files = filesOfPaste(event)
    if (files.length === 0) return
    // The browser's own answer would be the picture in a rich text; and it tells other zones that it is taken.
    event.preventDefault()
    receive({ files: withTellingNames(files, messages.pastedImage), hadFolder: false })
  }

  const takes = {
    drops: !isDisabled,
    pageDrops: page && !isDisabled,
    pagePastes: paste === 'page' && !isDisabled,
  }
  const latest = useLatest({ takes, drop, takePaste })
  useIsomorphicLayoutEffect(() => {
    if (!rootRef.current) return
    return watchPage({
      element: rootRef.current,
      takes: () => latest.current.takes,
      onDrag: setContent,
      onDrop: (dataTransfer) => latest.current.drop(dataTransfer),
      onPaste: (event) => {
        if (!isIntoText(event)) latest.current.takePaste(event)
      },
    })
  }, [rootRef, latest])

  const accept = acceptedTypes(options)
  const refused = content ? refusedCount(content, rules?.accept ?? []) : 0
  const dragged = content?.types.length ?? 0
  const isFull = rules?.maxCount !== undefined && count >= rules.maxCount
  const isRefused = refused > 0 || isFull || (!multiple && dragged > 1)
  return {
    drag: content && !isDisabled ? (isRefused ? 'reject' : 'accept') : undefined,
    count: dragged,
    refusedCount: refused,
    problem: content ? null : problem,
    isReading,
    isMultiple: multiple,
    isDisabled,
    disabledReason: typeof disabled === 'string' ? disabled : undefined,
    isFull,
    fileCount: count,
    maxCount: rules?.maxCount,
    accept,
    takesPhotos: takesPhotos(accept),
    isPage: page,
    open(pick = 'files') {
      if (!isDisabled && !isFull) picker.open(pick)
    },
    titleId: useId(),
    rulesId: useId(),
    isDescribed,
    setDescribed,
    rootRef,
    rootProps: {
      ...onlyFileDrags(getRootProps()),
      onPaste(event: ReactClipboardEvent) {
        if (!paste || isDisabled || event.defaultPrevented || !isInside(event)) return
        takePaste(event.nativeEvent)
      },
      // A click on it gives it the focus, and so the next paste; it is no tab stop.
      tabIndex: -1,
      'aria-disabled': undefined,
    },
    inputRef,
    inputProps: { ...inputProps, ...picker.inputProps },
  }
}
