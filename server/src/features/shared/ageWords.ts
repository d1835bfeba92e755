/** How long ago a day was, `8 years ago`; both days as `YYYY-MM-DD`. Undefined for what is no day or is still to come. */
export function ageWords(day: string, today: string): string | undefined {
  const [from, to] = [parts(day), parts(today)]
  if (!from || !to) return undefined
  const days = Math.round((to.time - from.time) / DAY)
  if (days < 0) return undefined
  if (days < 2) return days === 0 ? 'today' : 'yesterday'
  // Whole months: not from the 31st of one to the 30th of the next.
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
  if (months >= 24) return `${Math.floor(months / 12)} years ago`
  if (months >= 12) return 'a year ago'
  if (months >= 1) return months === 1 ? 'a month ago' : `${months} months ago`
  return days < 14 ? `${days} days ago` : `${Math.floor(days / 7)} weeks ago`
}

const DAY = 24 * 60 * 60 * 1000

function parts(
  day: string,
): { readonly year: number; readonly month: number; readonly day: number; readonly time: number } | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(day)?.map(Number) ?? []
  if (year === undefined || month === undefined || date === undefined) return undefined
  const time = Date.UTC(year, month - 1, date)
  return Number.isNaN(time) ? undefined : { year, month, day: date, time }
}
