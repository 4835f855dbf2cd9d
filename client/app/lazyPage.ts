import { createElement, lazy, useContext, useEffect, type ComponentType } from 'react'
import { LocaleContext, useMessages, type Section } from '../hooks/useMessages.ts'

const pausesMs = [500, 1_500, 4_000]

export type LazyPage<Props extends object> = ComponentType<Props> & {
  begin: () => Promise<unknown>
  sections: readonly Section[]
}

/**
 * A page that is fetched when it is first shown, side by side with the sections of the catalogue that it shows;
 * on a bad net it is asked for again before giving up.
 */
export function lazyPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  sections: readonly Section[] = [],
): LazyPage<Props> {
  let begun: Promise<{ default: ComponentType<Props> }> | null = null
  const begin = async () => (begun ??= persistently(load))
  const Page = lazy(begin)
  function Later(props: Props) {
    // Before the words are waited for. If it fails, that is told where the page would be.
    begin().catch(() => undefined)
    useMessages(...sections)
    return createElement<Props>(Page, props)
  }
  return Object.assign(Later, { begin, sections })
}

async function persistently<Props>(load: () => Promise<ComponentType<Props>>) {
  for (const pauseMs of pausesMs) {
    try {
      return { default: await load() }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
  return { default: await load() }
}

/** Fetches what a page will need before it is asked for: the net may be away by then. */
export function useFetched({ begin, sections }: Pick<LazyPage<never>, 'begin' | 'sections'>): void {
  const locale = useContext(LocaleContext)
  useEffect(() => {
    begin().catch(() => undefined)
    for (const name of sections) void locale?.fetchSection(name)
  }, [begin, sections, locale])
}
