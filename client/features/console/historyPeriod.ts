export const historyPeriods = ['month', 'today', 'yesterday', 'week', 'all'] as const
export type HistoryPeriod = (typeof historyPeriods)[number]

const dayMs = 24 * 60 * 60 * 1000

/** The part of a history's address that says when: days as this device's clock has them. `month` is what is told without it. */
export function periodQuery(period: HistoryPeriod, now: number): { from?: string; to?: string } {
  const present = new Date(now)
  // By the calendar: a day may have 23 hours or 25.
  const midnight = (daysAgo: number) =>
    new Date(present.getFullYear(), present.getMonth(), present.getDate() - daysAgo).getTime()
  switch (period) {
    case 'today':
      return { from: `${midnight(0)}` }
    case 'yesterday':
      return { from: `${midnight(1)}`, to: `${midnight(0)}` }
    case 'week':
      return { from: `${now - 7 * dayMs}` }
    case 'month':
      return {}
    case 'all':
      return { from: '0' }
  }
}
