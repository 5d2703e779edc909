/**
 * Extensions that may honestly stand for one another, because formats share a container: a .docx is a ZIP, a .doc may hold
 * a .docx or RTF, a protected .docx is no ZIP at all.
 */
const families: readonly (readonly string[])[] = [
  `zip docx xlsx pptx docm xlsm pptm xlsb dotx dotm xltx xltm potx potm ppsx ppsm ppam xlam vsdx vsdm vstx thmx odt ods odp
   odg odf odb otg ott ots otp epub jar war ear apk aab xpi crx ipa kmz 3mf usdz pages numbers key xps oxps dwfx nupkg vsix
   appx msix whl cbz idml sketch fcstd ora kra pbix ifczip bcf bcfzip f3d qgz mscz gdoc livp cfb doc dot xls xlt xla ppt
   pot pps msg oft msi msp mpp mpt pub vsd vst vss suo wps hwp max sldprt sldasm slddrw ipt iam idw ipn rvt rfa rte rft db
   rtf xml`,
  'jpg jpeg jpe jfif jif jfi pjpeg pjp mpo thm insp',
  `tif tiff gtiff ptif svs lsm ndpi btf dng nef nrw arw sr2 srf cr2 pef orf rw2 raf raw rwl srw 3fr fff iiq erf kdc dcr mef
   mos gpr cap mdi`,
  'mp4 mov qt m4v m4a m4p m4b m4r 3gp 3g2 3gpp f4v f4a f4b f4p heic heif hif heics avif avifs cr3 insv lrv mqv aax braw crm',
  'jp2 j2k j2c jpc jpf jpx jpm mj2',
  'jxr wdp hdp',
  'png apng',
  'ico cur',
  'psd psb',
  'pdf ai',
  'ps eps epsf ai',
  'gz tgz tar.gz svgz emz wmz gzip blend dia vsz',
  'bz2 tbz tbz2',
  'xz txz',
  'zst tzst blend',
  'tar ova gem cbt',
  'rar cbr',
  '7z cb7',
  'ogg oga ogv opus spx ogx ogm',
  'mpg mpeg mpe m1v m2v mp1 mp2 mp3 mpa mpga m2a vob dat tod mod aac ac3 ts mts m2ts m2t',
  'mkv webm mka mks mk3d',
  'asf wma wmv wm dvr-ms',
  'wav wave bwf rf64',
  'avi divx',
  'aif aiff aifc',
  'mid midi kar rmi',
  'rm ra ram rmvb rv',
  'ttf otf ttc otc dfont',
  'mobi azw azw3 azw4 prc',
  'sqlite sqlite3 db db3 gpkg mbtiles s3db qgz',
  'exe dll sys ocx scr com cpl drv efi mui acm ax',
  'elf so o ko axf bin prx puff appimage run',
  'macho dylib bundle o class',
  'deb ar a lib ipk udeb',
  'dwg dwt dws',
  'pgp gpg asc sig key pub',
  'shp shx',
  'skp skb',
  'lzh lha',
  'icc icm',
  'pst ost',
  'swf spl',
].map((line) => line.split(/\s+/))

/** What is text, whatever its words: formats that no first bytes tell of. */
const texts: ReadonlySet<string> = new Set(
  `txt text csv tsv tab md markdown log json jsonl geojson yaml yml toml ini cfg conf env properties css scss less js mjs cjs
   jsx ts tsx vue svelte py rb php java kt c h cc cpp hpp cs go rs swift sh bash zsh bat cmd ps1 sql r tex bib rst srt vtt sub
   html htm xhtml xml svg kml gpx gml xsl xslt xsd wsdl rss atom plist xmp ics ical ifb vcf vcard eml mht mhtml ldif po pot
   rtf reg dxf ifc step stp igs iges obj ply stl gcode nc asc xyz pts edi edifact diff patch svgz`.split(
    /\s+/,
  ),
)

/** Whether an extension claims to be text. */
export function isText(extension: string): boolean {
  return texts.has(extension)
}

/** Whether a file found to be `found` may honestly bear the extension `claimed`. */
export function areRelated(found: string, claimed: string): boolean {
  return found === claimed || families.some((family) => family.includes(found) && family.includes(claimed))
}

/** Whether an extension claims anything that its bytes could be held against. */
export function isClaim(extension: string): boolean {
  return isText(extension) || families.some((family) => family.includes(extension))
}
