'use client'
import type { ReactNode, RefObject } from 'react'
import { useState } from 'react'
import type { FileEntity } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { viewerWords } from '../../locales/viewer-words.js'
import { displayName } from '../../parts/display-name.js'
import type { FileKind } from '../../parts/file-kind.js'
import { StagePdf } from './stage-pdf.js'
import { StagePicture } from './stage-picture.js'
import { StageProblem, StageWaiting, StageWords } from './stage-words.js'
import { usePicture, usePrefetch } from './use-picture.js'
import { useSize } from './use-size.js'
import type { Zoom } from './use-zoom.js'
import { viewOf } from './view-of.js'
import { ViewerPages } from './viewer-pages.js'

interface ViewerStageProps {
  readonly file: FileEntity
  readonly kind: FileKind
  /** Names what is shown: other bytes are something else. */
  readonly shownKey: string
  readonly zoom: Zoom
  /** The one that comes next. */
  readonly next: FileEntity | undefined
  readonly place: number
  readonly count: number
  /** Has the focus when the viewer opens. */
  readonly stageRef: RefObject<HTMLDivElement | null>
  /** What can be done where the file cannot be shown. */
  readonly action: ReactNode
}

/** The file itself, as far as it can be shown, and below how large and where it stands. */
export function ViewerStage(props: ViewerStageProps) {
  const { file, kind, shownKey: key, zoom, next, place, count, stageRef, action } = props
  const messages = useMessages()
  const words = viewerWords(messages)
  const name = displayName(file.filename)
  const view = viewOf(file)
  const room = useSize(stageRef)
  const [drawn, setDrawn] = useState<{ readonly key: string; readonly isDrawn: boolean } | null>(null)
  const width = room ? room.width * devicePixelRatio : 0
  const picture = usePicture(file, {
    width: width * zoom.scale,
    isWanted: view === 'picture' && room !== null,
  })
  const { data, error } = picture
  const isDrawn = drawn?.key === key ? drawn.isDrawn : undefined
  const hasPicture = view === 'picture' && !error && data !== null && isDrawn !== false
  const isThere = isDrawn || view === 'link' || view === 'none'
  usePrefetch(next, {
    width,
    isWanted: Boolean(isThere) && next !== undefined && viewOf(next) === 'picture',
  })
  return (
    <>
      <div
        ref={stageRef}
        className="ef-stage-view"
        {...scroller}
        aria-label={name}
        aria-busy={hasPicture && !isDrawn}
        dir={isDrawn ? 'ltr' : undefined}
      >
        {show()}
      </div>
      <ViewerPages zoom={hasPicture ? zoom : undefined} {...{ place, count }} />
    </>
  )

  function show(): ReactNode {
    switch (view) {
      case 'pdf':
        return <StagePdf key={key} {...{ file, name }} />
      case 'link':
        return (
          <StageWords kind={kind} words={words.elsewhere(hostOf(file.custom_download_url))}>
            {action}
          </StageWords>
        )
      case 'picture':
      case 'none':
        if (error) return <StageProblem error={error} onRetry={() => void picture.refetch()} />
        if (!hasPicture) {
          return (
            <StageWords kind={kind} words={words.none}>
              {action}
            </StageWords>
          )
        }
        return (
          <>
            {!isDrawn && <StageWaiting />}
            {data && room && (
              <StagePicture
                key={key}
                picture={data}
                place={stageRef}
                scale={zoom.scale}
                onDrawn={(isShown) => setDrawn({ key, isDrawn: isShown })}
                {...{ name, room }}
              />
            )}
          </>
        )
      default:
        return view satisfies never
    }
  }
}

// What is zoomed is moved by the keys that scroll.
const scroller = { role: 'group', tabIndex: 0 }

/** Where a file lies, for people. */
function hostOf(url = ''): string {
  try {
    return new URL(url).host
  } catch {
    return url
  }
}
