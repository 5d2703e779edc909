/** A moment as people speak of it: "today", "yesterday" or "Mar 20, 2026"; and its time, "13:47". */
export function dayAndTime(
  at: number,
  { locale, now = Date.now() }: { readonly locale: string; readonly now?: number | undefined },
): { readonly day: string; readonly time: string } {
  const moment = new Date(at)
  const daysAgo = Math.round((startOfDay(new Date(now)) - startOfDay(moment)) / dayMs)
  return {
    day:
      daysAgo === 0 || daysAgo === 1
        ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-daysAgo, 'day')
        : dateInWords(at, locale),
    time: moment.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  }
}

/** "Mar 30, 2026". */
export function dateInWords(at: number, locale: string): string {
  return new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'short', year: 'numeric' })
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).valueOf()
}

const dayMs = 86_400_000
