import { describe, expect, test } from 'vitest'
import { agreementSentence, ownAnswer } from '../../../client/features/goal-board/agreementSentence.ts'
import { en } from '../../../shared/locale/en.ts'
import { nb } from '../../../shared/locale/nb.ts'
import { nn } from '../../../shared/locale/nn.ts'
import { agreementView } from '../../../shared/select/smarte.ts'
import { wordingKey } from '../../../shared/wording.ts'

const people = (...names: string[]) => new Map(names.map((name) => [name, { name, title: null }]))
const view = (agreed: number, answered: string[], ...names: string[]) =>
  agreementView('Målet', people(...names), [{ wording: wordingKey('Målet'), agreed, answered }])

describe('agreement in words [GB33]', () => {
  test('who has not answered is named', () => {
    const some = view(3, ['Mette', 'Arne', 'Berit'], 'Mette', 'Arne', 'Berit', 'Tor', 'Siv')
    expect(agreementSentence(some, nb.goals)).toBe('3 av 5 er enige. Tor og Siv har ikke svart.')
    expect(agreementSentence(some, nn.goals)).toBe('3 av 5 er einige. Tor og Siv har ikkje svara.')
    expect(agreementSentence(some, en.goals)).toBe('3 of 5 agree. Tor and Siv have not answered.')
  })

  test('who said «not yet» is never named or counted apart', () => {
    const all = view(1, ['Mette', 'Arne'], 'Mette', 'Arne')
    expect(agreementSentence(all, nb.goals)).toBe('1 av 2 er enig.')
  })

  test('all, none, and a large team', () => {
    expect(agreementSentence(view(2, ['Mette', 'Arne'], 'Mette', 'Arne'), nb.goals)).toBe('Alle er enige')
    expect(agreementSentence(view(0, []), nb.goals)).toBe('Ingen har blitt med i teamet ennå.')
    expect(agreementSentence(view(0, [], 'A', 'B', 'C', 'D', 'E', 'F'), nb.goals)).toBe(
      '0 av 6 er enige. A, B, C og 3 til har ikke svart.',
    )
  })
})

describe('one’s own answer [GB35]', () => {
  test('counts for its own wording only', () => {
    expect(ownAnswer({ wording: 'w', answer: 'agree' }, 'w')).toBe('agree')
    expect(ownAnswer({ wording: 'w', answer: 'notYet' }, 'w')).toBe('notYet')
    expect(ownAnswer({ wording: 'w', answer: 'agree' }, 'other')).toBe('old')
    expect(ownAnswer({ wording: 'w', answer: 'none' }, 'other')).toBeNull()
    expect(ownAnswer(undefined, 'w')).toBeNull()
  })
})
