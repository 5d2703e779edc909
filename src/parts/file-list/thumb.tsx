'use client'
import { forwardRef } from 'react'
import { mayHavePreview } from '../../api/previewed-file.js'
import { fileKind } from '../file-kind.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRow } from './row-context.js'
import { StoredPicture } from './stored-picture.js'
import { mayHavePicture, ThumbPicture } from './thumb-picture.js'

/** Props of `FileListThumb`. */
export interface FileListThumbProps extends PartProps<'span'> {
  /**
   * A file that is saved shows its picture as epilot draws it, for users of epilot.
   * @default false
   */
  readonly preview?: boolean | undefined
}

/**
 * The kind of file at a glance; for an image on its way its picture, drawn once the row comes into view, and with `preview`
 * for a file that is saved, too. Renders a `<span>`.
 */
export const FileListThumb = forwardRef<HTMLSpanElement, FileListThumbProps>(function FileListThumb(
  { preview = false, ...props },
  ref,
) {
  const { upload, file, name } = useRow('Thumb')
  const kind = file?.custom_download_url ? 'link' : fileKind(name, upload?.file.type ?? file?.mime_type)
  return renderPart('span', props, {
    name: 'thumb',
    ref,
    defaults: {
      children: (
        <>
          <Icon name={kind} />
          {upload && mayHavePicture(upload.file) && <ThumbPicture source={upload.file} />}
          {preview && file && mayHavePreview(file) && <StoredPicture file={file} />}
        </>
      ),
    },
  })
})
