/**
 * A size in words of the locale, decimal as in file managers: `4.2 GB`, `640 kB`, `212 MB`.
 *
 * @example
 * formatBytes(11_600_000, 'de') // '11,6 MB'
 */
export function formatBytes(bytes: number, locale: string): string {
  const { value, unit } = scale(bytes)
  return withUnit(value, unit, locale)
}

/** Two sizes in the unit of the larger one, which alone carries it: `1.8` and `4.2 GB`. */
export function formatSent(sentBytes: number, totalBytes: number, locale: string): readonly [string, string] {
  const { value, unit, factor } = scale(totalBytes)
  const sent = numberFormat(locale, { maximumFractionDigits: digitsOf(value, unit) }).format(
    sentBytes / factor,
  )
  return [sent, withUnit(value, unit, locale)]
}

interface Scaled {
  readonly value: number
  readonly unit: Unit
  readonly factor: number
}

type Unit = (typeof units)[number]
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

function scale(bytes: number): Scaled {
  let index = 0
  let factor = 1
  // 999.6 kB would be rounded to 1000 kB.
  while (bytes / factor >= 999.5 && index < units.length - 1) {
    index++
    factor *= 1000
  }
  return { value: bytes / factor, unit: units[index] ?? 'byte', factor }
}

function withUnit(value: number, unit: Unit, locale: string): string {
  // In short English would say "500 byte".
  const unitDisplay = unit === 'byte' ? 'long' : 'short'
  const format = numberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay,
    maximumFractionDigits: digitsOf(value, unit),
  })
  return format.format(value).replace(/\s/g, '\u00a0')
}

function digitsOf(value: number, unit: Unit): number {
  return unit === 'byte' || unit === 'kilobyte' || value >= 99.95 ? 0 : 1
}

// Making one costs a hundred times what using it costs.
const formats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.unit} ${options.maximumFractionDigits}`
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, options)
  formats.set(key, format)
  return format
}
