import type { ReactNode } from 'react'
import type { EntityRef } from '../../api/types.js'
import type { UseFileUploadOptions } from '../../hooks/use-file-upload.js'
import type { Density } from '../../parts/file-list/root.js'
import type { Upload } from '../../uploads/upload.js'
import type { FilesView } from './collection-list.js'

/** What `EntityFiles` takes: the options of `useFileUpload` and what it shows. */
export interface EntityFilesProps extends Omit<
  UseFileUploadOptions,
  'entity' | 'mode' | 'existingCount' | 'existingBytes' | 'hold'
> {
  readonly entity: EntityRef
  /** @default as the schema calls the attribute, `Files` for `_files` */
  readonly title?: ReactNode
  /** What may come in, in plain words. @default the `rules` in words: "PDF or JPG · up to 20 MB each" */
  readonly help?: ReactNode
  /**
   * Says in words what the schema describes the attribute by, a key of epilot's locales: `(key) => t(key)`.
   * @default no description is shown
   */
  readonly describe?: ((key: string) => string | undefined) | undefined
  /** What the picker offers first, as in `<input accept>`. @default that of `rules` */
  readonly accept?: string | undefined
  /**
   * Files can be looked at and downloaded, but none added, taken off or deleted; words say why.
   * @default whether the attribute is read-only by the entity's schema
   */
  readonly readOnly?: boolean | string | undefined
  /** Takes what is dropped anywhere on the page. @default false */
  readonly page?: boolean | undefined
  /** Where a paste counts: with the focus in the panel, or anywhere but in text fields. @default 'zone' */
  readonly paste?: 'zone' | 'page' | false | undefined
  /** The entity by name, shown while files are dragged: "Opportunity 1043". */
  readonly targetName?: string | undefined
  /** How files are laid out at first. @default 'list' */
  readonly defaultView?: FilesView | undefined
  /** How high rows of the list are. @default 'comfortable' */
  readonly density?: Density | undefined
  /** Files that epilot has already can be found and attached. @default true */
  readonly existing?: boolean | undefined
  /** Files that stay outside of epilot can be added by their address. @default true */
  readonly links?: boolean | undefined
  /** Files can be deleted for good, not only taken off. @default true */
  readonly deletable?: boolean | undefined
  /**
   * Lets the person sign in again when the session has ended; the uploads go on once its promise resolves.
   * @default they go on at once, by `client.resume()`, and ask for a token
   */
  readonly onSignIn?: (() => unknown) | undefined
  /**
   * Lets the person choose another entity for a file that this one refuses for good, and calls `upload.attachTo()` with
   * it. Without it the row offers to try again.
   */
  readonly onChooseAnother?: ((upload: Upload) => void) | undefined
  readonly className?: string | undefined
}
