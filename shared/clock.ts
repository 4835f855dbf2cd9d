/** Time, as an argument: real in production, a fake in tests. `now` is ms since 1970; delays are ms. */
export type Clock = {
  now(): number
  setTimeout(run: () => void, delayMs: number): TimerHandle
  clearTimeout(timer: TimerHandle): void
}

/** What `Clock.setTimeout` gives back; only good for `clearTimeout`. */
export type TimerHandle = { readonly timer: unknown }
