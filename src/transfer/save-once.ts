import { saveFileV2 } from '../api/file-api.js'
import { abortable } from '../api/abortable.js'
import type { FileEntity, S3Ref } from '../api/types.js'
import type { OnceContext } from './call-once.js'
import { callOnce } from './call-once.js'
import { mimeTypeOf } from './mime-type.js'

/** What is to be saved. */
export interface ToSave {
  readonly s3ref: S3Ref
  readonly file: File
}

/** Makes one File entity of bytes at S3. */
export function saveOnce({ s3ref, file }: ToSave, context: OnceContext): Promise<FileEntity> {
  const { job, ports, emit } = context
  const { owner, mark, signal } = job
  const { http, lanes, findSaved } = ports
  const filename = file.name

  return callOnce<FileEntity>(
    {
      step: 'save',
      isSent: job.from.reached === 'save-sent',
      isDropped: job.isDropped,
      look: () => findSaved({ mark, s3ref, filename }, { http, owner, signal }),
      // Chromium itself resends a POST when a reused connection dies; what we see then is the second answer, and by that
      // time the temporary object has moved.
      alsoAmbiguous: 'not-found',
      async call(onSent) {
        await abortable(signal, (resolve, reject) => void ports.hasToken().then(resolve, reject))
        return lanes.save.run(async () => {
          const mime_type = mimeTypeOf(file)
          const payload = { filename, mime_type, ...job.save(), ...ports.markOf(mark), s3ref }
          emit({ type: 'reached', checkpoint: { reached: 'save-sent', s3ref, mark } })
          onSent()
          await ports.journaled()
          return saveFileV2(http, payload, { owner })
        }, signal)
      },
    },
    context,
  )
}
