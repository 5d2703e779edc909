'use client'
import { forwardRef } from 'react'
import { fileKind } from '../file-kind.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRow } from './row-context.js'
import { mayHavePicture, ThumbPicture } from './thumb-picture.js'

/** Props of `FileListThumb`. */
export type FileListThumbProps = PartProps<'span'>

/**
 * The kind of file at a glance; for an image on its way its picture, drawn once the row comes into view. Renders a
 * `<span>`.
 */
export const FileListThumb = forwardRef<HTMLSpanElement, FileListThumbProps>(
  function FileListThumb(props, ref) {
    const { upload, file, name } = useRow('Thumb')
    const kind = file?.custom_download_url ? 'link' : fileKind(name, upload?.file.type ?? file?.mime_type)
    return renderPart('span', props, {
      name: 'thumb',
      ref,
      defaults: {
        children: (
          <>
            <Icon name={kind} />
            {upload && mayHavePicture(upload.file) && <ThumbPicture file={upload.file} />}
          </>
        ),
      },
    })
  },
)
