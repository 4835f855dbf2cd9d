import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

const pausesMs = [500, 1_500, 4_000]

/** A page that is fetched when it is first shown; on a bad net it is asked for again before giving up. */
export function lazyPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    for (const pauseMs of pausesMs) {
      try {
        return { default: await load() }
      } catch {
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
    return { default: await load() }
  })
}
