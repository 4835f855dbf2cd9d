import { languages, type Language } from '../../shared/api.ts'
import { nb } from '../../shared/locale/nb.ts'
import { nn } from '../../shared/locale/nn.ts'
import { en } from '../../shared/locale/en.ts'
import type { ErrorCode } from '../../shared/errors.ts'

const catalogues = { nb, nn, en }

/** The first language of `Accept-Language` that we have, by the caller's preference; Bokmål without one. */
export function acceptedLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find(Boolean)
      return { tag: tag.split('-')[0] === 'no' ? 'nb' : (tag.split('-')[0] ?? ''), quality: Number(quality ?? 1) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of wanted) {
    const language = languages.find((each) => each === tag)
    if (language) return language
  }
  return 'nb'
}

/** The sentence for an error. */
export function errorMessage(code: ErrorCode, language: Language): string {
  return catalogues[language].errors[code]
}
