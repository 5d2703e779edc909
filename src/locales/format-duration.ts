/**
 * A time as people say it, the coarser the longer it is: `12 s`, `1 min 20 s`, `5 min`, `1 h 5 min`; in words `12 seconds`.
 *
 * @example
 * formatDuration(83, 'en') // '1 min 20 s'
 */
export function formatDuration(seconds: number, locale: string, style: 'short' | 'words' = 'short'): string {
  const rounded = roundDuration(seconds)
  return (
    [
      [Math.floor(rounded / 3600), 'hour'],
      [Math.floor((rounded % 3600) / 60), 'minute'],
      [rounded % 60, 'second'],
    ] as const
  )
    .filter(([value]) => value > 0)
    .map(([value, unit]) => format(value, unit, locale, style))
    .join(' ')
}

/** Whole seconds, in steps of about a tenth, so that nobody watches numbers tremble. */
function roundDuration(seconds: number): number {
  if (seconds < 19.5) return Math.max(1, Math.round(seconds))
  if (seconds < 57.5) return roundTo(5, seconds)
  if (seconds < 115) return roundTo(10, seconds)
  if (seconds < 3570) return roundTo(60, seconds)
  return roundTo(seconds < 10 * 3600 ? 300 : 3600, seconds)
}

function roundTo(step: number, seconds: number): number {
  return Math.round(seconds / step) * step
}

type Unit = keyof typeof symbols
// The symbols of the SI are the same in all languages; in short Intl would say "sec", "Sek.", "Std.".
const symbols = { hour: 'h', minute: 'min', second: 's' } as const

function format(value: number, unit: Unit, locale: string, style: 'short' | 'words'): string {
  if (style === 'short') return `${value.toLocaleString(locale)}\u00a0${symbols[unit]}`
  return value.toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'long' })
}
