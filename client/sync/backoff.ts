const baseMs = 300
const longestMs = 10_000

/**
 * How long to wait before attempt number `attempt` (0 …), with full jitter: 300 who lost the same server
 * must not come back in the same millisecond.
 */
export function reconnectDelay(attempt: number, random: () => number): number {
  return random() * Math.min(longestMs, baseMs * 2 ** Math.min(attempt, 20))
}
