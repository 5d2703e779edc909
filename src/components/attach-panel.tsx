'use client'
import type { ReactNode, RefObject } from 'react'
import { useId } from 'react'
import type { FileError } from '../api/errors.js'
import { useMessages } from '../hooks/files-provider.js'
import type { FileUploadHandle } from '../hooks/use-file-upload.js'
import type { FileAttributeRules } from '../intake/file-attribute-rules.js'
import type { IntakeRules } from '../intake/intake-rules.js'
import { rulesInWords } from '../locales/rules-in-words.js'
import { FileDropzoneArea } from '../parts/file-dropzone/area.js'
import { LiveRegion } from '../parts/live-region.js'
import type { AttachToEntityProps } from './attach-to-entity-props.js'
import { Description } from './description.js'
import { DropZone } from './drop-zone.js'
import { IntakeReportView } from './intake-report.js'
import { MoreWays } from './more-ways.js'
import { PanelTitle } from './panel-title.js'
import { NotShown } from './not-shown.js'
import { UploadList } from './upload-list.js'
import type { useTags } from './use-tags.js'

type Shown = 'title' | 'help' | 'describe' | 'accept' | 'folders' | 'page' | 'paste' | 'density' | 'className'
type Passed = Shown | 'selectable' | 'onSignIn' | 'onChooseAnother'

interface AttachPanelProps extends Pick<AttachToEntityProps, Passed> {
  readonly upload: FileUploadHandle
  readonly rules: IntakeRules | undefined
  readonly multiple: boolean
  readonly disabled: boolean | string
  /** How many files it is about, besides the uploads, for `rules.maxCount` and for the title. */
  readonly existingCount: number
  readonly count: number
  /** There may be more than `count`. */
  readonly hasMore: boolean
  readonly attribute: FileAttributeRules | undefined
  /** There is nothing yet: the drop zone may be large. */
  readonly isEmpty: boolean
  readonly tags: ReturnType<typeof useTags>
  readonly failure: FileError | null
  readonly onExisting: (() => void) | undefined
  readonly onLink: (() => void) | undefined
  readonly whenDone: 'stay' | 'leave'
  readonly buttonRef: RefObject<HTMLElement | null>
  /** What stands below the uploads. */
  readonly children: ReactNode
}

/** A place to put files, and those on their way. */
export function AttachPanel(props: AttachPanelProps) {
  const { upload, rules, multiple, disabled, existingCount, count, tags, buttonRef: button } = props
  const { attribute, hasMore } = props
  const { help, accept, page, paste, density, className, selectable, onSignIn, onChooseAnother } = props
  const { uploads, scope, intake } = upload
  const messages = useMessages()
  const titleId = useId()
  const fileCount = upload.count + existingCount
  const hasRoom = !disabled && fileCount < (rules?.maxCount ?? Infinity)
  return (
    <FileDropzoneArea
      onFiles={upload.add}
      count={fileCount}
      {...{ accept, disabled, multiple, rules, page, paste }}
      className={`ef-panel${className ? ` ${className}` : ''}`}
      render={<section aria-labelledby={titleId} />}
    >
      <div className="ef-bar">
        <PanelTitle id={titleId} title={props.title} {...{ attribute, count, hasMore }} />
      </div>
      <Description attribute={attribute} describe={props.describe} />
      <div className="ef-inset">
        <DropZone
          size={props.isEmpty ? 'tall' : undefined}
          multiple={multiple}
          folders={props.folders}
          help={help ?? (rules && rulesInWords(rules, messages))}
          buttonRef={button}
        >
          {hasRoom && <MoreWays onExisting={props.onExisting} onLink={props.onLink} />}
        </DropZone>
        {hasRoom && tags.chips}
        <NotShown error={props.failure} />
        <IntakeReportView
          key={scope}
          intake={intake}
          onChooseOthers={hasRoom ? () => button.current?.click() : undefined}
          focusFallback={button}
        />
      </div>
      <UploadList
        {...{ uploads, scope, density, selectable, onSignIn, onChooseAnother }}
        tagsOf={tags.ofUpload}
        layout="table"
        whenDone={props.whenDone}
        focusFallback={button}
      />
      {props.children}
      {tags.dialog}
      <LiveRegion scope={scope} />
      <LiveRegion scope={scope} politeness="assertive" />
    </FileDropzoneArea>
  )
}
