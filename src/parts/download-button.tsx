'use client'
import { forwardRef, useEffect } from 'react'
import type { FileError } from '../api/errors.js'
import { toFileError } from '../api/errors.js'
import type { FileEntity } from '../api/types.js'
import type { ExternalFile } from '../downloads/download-file.js'
import { useMessages } from '../hooks/files-provider.js'
import { useFileDownload } from '../hooks/use-file-download.js'
import { useLatest } from '../hooks/use-latest.js'
import { describeError } from '../locales/describe-error.js'
import { buttonNames } from './button-names.js'
import { displayName } from './display-name.js'
import { Icon } from './icon.js'
import type { PartProps } from './render-part.js'
import { renderPart } from './render-part.js'

/** What a `DownloadButton` tells by its `data-*` attributes. */
export interface DownloadButtonState {
  /** The link is being fetched. @selector [data-pending] */
  readonly pending: boolean
  /** The last click brought no file; the button's description says why. @selector [data-failed] */
  readonly failed: boolean
}

/** Props of `DownloadButton`. */
export interface DownloadButtonProps extends Omit<PartProps<'button', DownloadButtonState>, 'onError'> {
  readonly file: Pick<FileEntity, '_id' | 'filename'> & ExternalFile
  /** Which version; 0 is the latest. @default 0 */
  readonly version?: number | undefined
  /** Called with what went wrong, and with `null` when another try begins. For showing it in words, see `describeError`. */
  readonly onError?: ((error: FileError | null) => void) | undefined
}

/**
 * Downloads a file with one click; opens one that lies outside of epilot in a new tab. Renders a `<button>`.
 *
 * @example
 * <DownloadButton file={file} onError={setProblem}>Download</DownloadButton>
 */
export const DownloadButton = forwardRef<HTMLButtonElement, DownloadButtonProps>(function DownloadButton(
  { file, version, onError, ...props },
  ref,
) {
  const { mutate, isPending, error, refusal } = useFileDownload()
  const messages = useMessages()
  const failure = error ? toFileError(error, 'download') : refusal
  const latest = useLatest(onError)

  // It comes from outside, some time after the click: the link has answered with a page.
  useEffect(() => {
    if (refusal) latest.current?.(refusal)
  }, [refusal, latest])

  function download() {
    if (isPending) return
    onError?.(null)
    const { _id, custom_download_url, custom_download_url_auth } = file
    mutate(
      {
        _id,
        ...(custom_download_url !== undefined && { custom_download_url }),
        ...(custom_download_url_auth !== undefined && { custom_download_url_auth }),
        ...(version !== undefined && { version }),
      },
      { onError: (cause) => latest.current?.(toFileError(cause, 'download')) },
    )
  }

  const isExternal = Boolean(file.custom_download_url)
  const name = isExternal ? messages.adding.openInTab : messages.download
  const icon = isExternal ? 'external' : 'download'
  return renderPart<DownloadButtonState>('button', props, {
    name: props.children === undefined ? 'icon-button' : 'button',
    state: { pending: isPending, failed: failure !== null },
    ref,
    defaults: {
      type: 'button',
      ...buttonNames(props.children, name, displayName(file.filename), messages),
      ...(failure && { title: describeError(failure, messages).what }),
      // Not `disabled`, which would take the focus away.
      'aria-disabled': isPending || undefined,
      onClick: download,
      children: isPending ? (
        <Icon name="spinner" spin />
      ) : (
        <Icon name={failure ? 'alert' : icon} mirror={isExternal && !failure} />
      ),
    },
  })
})
