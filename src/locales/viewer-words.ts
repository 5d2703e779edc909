import type { Messages, ViewerWords } from './messages.js'

/** The words of the viewer: the caller's, else those of the language. Here, since they come only with the viewer. */
export function viewerWords({ viewer, locale }: Messages): ViewerWords {
  if (viewer) return viewer
  const number = (n: number) => n.toLocaleString(locale)
  return /^de\b/.test(locale) ? german(number) : english(number)
}

type Numbers = (n: number) => string

function english(number: Numbers): ViewerWords {
  return {
    preview: 'Preview',
    previous: 'Previous file',
    next: 'Next file',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fileOf: (place, count) => `File ${number(place)} of ${number(count)}`,
    none: 'No preview of this kind of file',
    elsewhere: (place) => `This file stays outside of epilot, at ${place}`,
  }
}

function german(number: Numbers): ViewerWords {
  return {
    preview: 'Vorschau',
    previous: 'Vorherige Datei',
    next: 'Nächste Datei',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fileOf: (place, count) => `Datei ${number(place)} von ${number(count)}`,
    none: 'Keine Vorschau für diese Art von Datei',
    elsewhere: (place) => `Diese Datei liegt außerhalb von epilot, bei ${place}`,
  }
}
