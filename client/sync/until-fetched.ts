import type { Clock } from '../../shared/clock.ts'

const againMs = 2_000

/** A part of the program that few need, so that it is fetched only then; without net it is asked for until it comes. */
export async function untilFetched<T>(load: () => Promise<T>, clock: Clock): Promise<T> {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise<void>((resolve) => clock.setTimeout(resolve, againMs))
    }
  }
}
