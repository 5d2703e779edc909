/** What people know files as, beyond "other files". */
export type FileSearchType = 'pdf' | 'sheet' | 'image' | 'video' | 'archive' | 'cad' | 'mail' | 'link'

/** The extensions by which a file is known. */
export const fileExtensions: Readonly<Record<FileSearchType, string>> = {
  pdf: 'pdf',
  sheet: 'xlsx xls xlsm ods csv tsv numbers',
  image: 'jpg jpeg png gif webp avif heic heif tif tiff bmp svg',
  video: 'mp4 mov m4v webm mkv avi',
  archive: 'zip 7z rar tar gz tgz',
  cad: 'dwg dxf step stp ifc skp',
  mail: 'eml msg',
  link: 'url webloc',
}
