import type { ReactNode } from 'react'
import type { FileRelation, FileRelationOptions } from '../api/to-file-relation.js'
import type { EntityRef, FileEntity } from '../api/types.js'
import type { UseFileUploadOptions } from '../hooks/use-file-upload.js'
import type { Density } from '../parts/file-list/root.js'
import type { Upload } from '../uploads/upload.js'

/** What `AttachToEntity` takes: the entity, or what it will be, the options of `useFileUpload`, and what it shows. */
export type AttachToEntityProps = AttachToThisEntityProps | AttachToNewEntityProps

/** For an entity that exists. */
export interface AttachToThisEntityProps extends AttachProps {
  readonly entity: EntityRef
  /** The entity by name, shown while files are dragged: "Opportunity 1043". */
  readonly targetName?: string | undefined
  /**
   * Lets the person choose another entity for a file that this one refuses for good, and calls `upload.attachTo()` with
   * it. Without it the row offers to try again.
   */
  readonly onChooseAnother?: ((upload: Upload) => void) | undefined
  readonly onRelationChange?: undefined
  readonly relationTags?: undefined
}

/** For an entity that is yet to be created: without an `id`. */
export interface AttachToNewEntityProps extends AttachProps {
  readonly entity: NewEntityRef
  /**
   * Called with the value of the entity's file attribute at first, and whenever a file is saved, chosen or taken out, or
   * labels change. What is still being uploaded is not in it: `useUploadSummary(scope)` tells how many those are. A form
   * that is reset takes all of them out, and where the schema requires files, a form that has none is held back.
   */
  readonly onRelationChange: (relation: FileRelation, files: readonly FileEntity[]) => void
  /** Labels of the relations, for all files or for each. @default none */
  readonly relationTags?: FileRelationOptions['tags'] | undefined
  readonly targetName?: undefined
  readonly onChooseAnother?: undefined
}

/** Names a kind of entity, and the attribute that will hold the relation. */
export interface NewEntityRef extends Omit<EntityRef, 'id'> {
  readonly id?: undefined
}

interface AttachProps extends Omit<UseFileUploadOptions, 'entity' | 'mode' | 'hold'> {
  /**
   * Whether the attribute holds many files; else what comes takes the place of what is there, once a person has said so.
   * @default as the schema says
   */
  readonly multiple?: boolean | undefined
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
   * Files can be looked at, but none added; words say why.
   * @default whether the attribute is read-only by the entity's schema
   */
  readonly disabled?: boolean | string | undefined
  /** With a button for folders. @default false */
  readonly folders?: boolean | undefined
  /** Files that epilot has already can be found and attached. @default true */
  readonly existing?: boolean | undefined
  /** Files that stay outside of epilot can be added by their address. @default true */
  readonly links?: boolean | undefined
  /**
   * Tags that people can give to the files they add, `[]` for those they type themselves. They come on top of those of
   * `save`.
   * @default none can be given
   */
  readonly tags?: readonly string[] | undefined
  /** Takes what is dropped anywhere on the page. @default false */
  readonly page?: boolean | undefined
  /** Where a paste counts: with the focus in the panel, or anywhere but in text fields. @default 'zone' */
  readonly paste?: 'zone' | 'page' | false | undefined
  /** @default 'comfortable' */
  readonly density?: Density | undefined
  /** Uploads can be chosen, to cancel, remove or repeat many at once. @default false */
  readonly selectable?: boolean | undefined
  /**
   * Lets the person sign in again when the session has ended; the uploads go on once its promise resolves.
   * @default they go on at once, by `client.resume()`, and ask for a token
   */
  readonly onSignIn?: (() => unknown) | undefined
  readonly className?: string | undefined
}
