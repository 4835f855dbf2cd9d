const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a calendar date as `2027-03-17` that exists: 2027-02-30 does not. No time zone is involved. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string') return false
  const match = pattern.exec(value)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
