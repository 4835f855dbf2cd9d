import type { Language } from '../../../shared/api.ts'
import { en } from '../../../shared/locale/en.ts'
import { nb, type Messages } from '../../../shared/locale/nb.ts'
import { nn } from '../../../shared/locale/nn.ts'

/** Every sentence of every language, so that tests follow the words and not the other way round. */
export const words: Record<Language, Messages> = { nb, nn, en }
