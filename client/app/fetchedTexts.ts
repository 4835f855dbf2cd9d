import type { Language } from '../../shared/api.ts'
import type { Messages } from '../../shared/locale/nb.ts'
import { alwaysThere, type Section, type Texts } from '../hooks/useMessages.ts'

/** How each section of a language is fetched. */
export type Catalogue = { [Name in Section]: () => Promise<Messages[Name]> }

type Come = Partial<Messages>

const retryMs = 2_000

/** The sections that have come, of each language. What is given out of one only ever grows. */
export class FetchedTexts {
  readonly #catalogues: Record<Language, Catalogue>
  readonly #come: Record<Language, Come> = { nb: {}, nn: {}, en: {} }
  readonly #awaited = new Map<string, Promise<void>>()

  constructor(catalogues: Record<Language, Catalogue>) {
    this.#catalogues = catalogues
  }

  /** In this language: what is always there, and all that has come of the language `before`. Fails without net. */
  async fetchLanguage(language: Language, before: Language): Promise<Texts & Come> {
    const come = this.#come[language]
    // Once more while a page is opened meanwhile: nothing that is shown may be missing after the change.
    for (;;) {
      const names = [...alwaysThere, ...(Object.keys(this.#come[before]) as Section[])]
      const missing = names.filter((name) => !come[name])
      if (missing.length === 0) return come as Texts & Come
      await Promise.all(missing.map(async (name) => this.#fetch(language, name)))
    }
  }

  /**
   * The same promise for all who wait for the section, also when it has come since: whoever waited may ask again.
   * null when it is here without anybody's waiting. It is asked for until it comes.
   */
  fetchSection(language: Language, name: Section): Promise<void> | null {
    const key = `${language}/${name}`
    const awaited = this.#awaited.get(key)
    if (awaited || this.#come[language][name]) return awaited ?? null
    const promise = this.#persistently(language, name).then(() => {
      // What React reads first: a promise that is settled needs no other turn, and no page blinks.
      void Object.assign(promise, { status: 'fulfilled', value: undefined })
    })
    this.#awaited.set(key, promise)
    return promise
  }

  async #persistently(language: Language, name: Section): Promise<void> {
    for (;;) {
      try {
        return await this.#fetch(language, name)
      } catch {
        await new Promise((resolve) => setTimeout(resolve, retryMs))
      }
    }
  }

  async #fetch(language: Language, name: Section): Promise<void> {
    Object.assign(this.#come[language], { [name]: await this.#catalogues[language][name]() })
  }
}
