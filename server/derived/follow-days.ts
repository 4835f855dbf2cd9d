import type { Clock, TimerHandle } from '../../shared/clock.ts'

const minuteMs = 60_000
const osloDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The date in Norway, as `2027-03-17`, wherever the server stands: it is what the teams' dates are read against. */
export function dateInNorway(time: number): string {
  return osloDay.format(time)
}

/**
 * Calls back when another date has begun in Norway: at midnight, or as soon as a machine that slept is awake. Looks
 * at each whole minute, since a timer set for midnight comes late by as long as the machine has slept.
 */
export function followDays(clock: Clock, onDay: () => void): { stop(): void } {
  let day = dateInNorway(clock.now())
  let timer: TimerHandle
  const later = () => (timer = clock.setTimeout(look, minuteMs - (clock.now() % minuteMs)))
  const look = () => {
    later()
    const now = dateInNorway(clock.now())
    if (now === day) return
    day = now
    onDay()
  }
  timer = later()
  return { stop: () => clock.clearTimeout(timer) }
}
