import { useEffect, useState } from 'react'
import type { BadDay } from './bad-day.js'
import type { DayReading } from './read-the-day.js'
import { readTheDay } from './read-the-day.js'

/** Asks the server a few times a second, for as long as somebody looks. */
export function useDayReading(day: BadDay): DayReading {
  const [reading, setReading] = useState<DayReading>(nothingYet)
  useEffect(() => {
    let isGone = false
    async function read() {
      const next = await readTheDay(day)
      if (isGone) return
      setReading(next)
      timer = setTimeout(() => void read(), 400)
    }
    let timer = setTimeout(() => void read())
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [day])
  return reading
}

const nothingYet: DayReading = {
  counts: { dropped: 0, savedOnce: 0, doubled: 0, lost: 0, damaged: 0 },
  log: [],
}
