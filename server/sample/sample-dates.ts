const dayMs = 24 * 60 * 60 * 1000

/** The date `days` after the moment `now` (ms since 1970), as `2027-03-17`, by UTC. */
export function daysAfter(now: number, days: number): string {
  return new Date(now + days * dayMs).toISOString().slice(0, 10)
}

/** The first day of the month `months` after that of `now`. */
export function monthsAfter(now: number, months: number): string {
  const date = new Date(now)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)).toISOString().slice(0, 10)
}
