import type { FileEntity } from '../api/types.js'
import { createId } from './create-id.js'
import { fileTypeOf, readableSize } from './file-kinds.js'

/** A File entity with all that epilot promises of one. */
export type WholeFileEntity = FileEntity &
  Required<Pick<FileEntity, '_title' | '_schema' | '_org' | 'type' | 'access_control' | 'versions'>>

/**
 * Makes a File entity as epilot would answer it.
 *
 * @example
 * const invoice = server.addFile(aFileEntity({ filename: 'invoice.pdf', size_bytes: 48_200 }))
 */
export function aFileEntity(overrides: Partial<FileEntity> = {}): WholeFileEntity {
  const { filename = 'document.pdf', mime_type = 'application/pdf', size_bytes = 1234 } = overrides
  return {
    _id: createId(),
    _schema: 'file',
    _org: '123',
    _title: filename,
    filename,
    type: fileTypeOf(mime_type),
    mime_type,
    size_bytes,
    readable_size: readableSize(size_bytes),
    access_control: 'private',
    versions: [{ filename, mime_type, size_bytes }],
    _created_at: '2025-01-31T12:00:00.000Z',
    _updated_at: '2025-01-31T12:00:00.000Z',
    ...overrides,
  }
}
