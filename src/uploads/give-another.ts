import type { Uploads } from './create-uploads.js'
import { intakeOf } from './intake.js'
import type { Upload } from './upload.js'

/**
 * Gives a file to an upload whose own has changed on the device, if the rules of its list let it in; else the report of the
 * list says why not. Where the list has not been in the page nobody knows the rules.
 */
export function giveAnother(uploads: Uploads, upload: Upload, file: File): void {
  const { scope, versionOf } = upload
  const intake = intakeOf(uploads, scope)
  const how = intake.how()
  if (!how) return void upload.giveFile(file)
  const isVersion = versionOf !== undefined
  // A version has to be of the type of its file, and so of the one whose place is taken.
  const own = isVersion ? /\.[^.\s]+$/.exec(upload.file.name) : null
  const accept = own ?? how.rules?.accept
  void intake.add([file], {
    ...how,
    isOwnWay: true,
    // It counts already, and what its own file has taken up is free.
    rules: { ...how.rules, accept, maxCount: undefined, ...(isVersion && { maxTotalBytes: undefined }) },
    existing() {
      const { count, totalBytes } = how.existing()
      return { count, totalBytes: totalBytes - upload.file.size }
    },
    hold([welcome]) {
      // It may have been dismissed while the file was being looked at.
      const isListed = uploads.list(scope).getState().includes(upload)
      if (welcome && isListed) upload.giveFile(welcome)
      return true
    },
  })
}
