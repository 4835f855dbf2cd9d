import type { OwnAgreementsView } from '../../../shared/api.ts'
import type { AgreementAnswer } from '../../../shared/commands.ts'
import type { Messages } from '../../../shared/locale/nb.ts'
import type { AgreementView } from '../../../shared/select/smarte.ts'

const mostNames = 4

/** «4 av 5 er enige. Tor har ikke svart.» Who said «not yet» is not known here, and never said. */
export function agreementSentence(view: AgreementView, m: Messages['goals']): string {
  if (view.of === 0) return m.agreement.noMembers
  if (view.agreed === view.of && view.unanswered.length === 0) return m.agreement.allAgree(view.of)
  const names = view.unanswered.map((person) => person.name)
  const progress = `${m.agreement.progress(view.agreed, view.of)}.`
  if (names.length === 0) return progress
  const waiting =
    names.length <= mostNames
      ? m.agreement.unanswered(names)
      : m.agreement.unansweredMany(names.slice(0, mostNames - 1), names.length - mostNames + 1)
  return `${progress} ${waiting}`
}

/** This person's own answer as it counts for the wording that stands: `old` is one to another wording. */
export function ownAnswer(
  own: OwnAgreementsView[string] | undefined,
  wording: string,
): Exclude<AgreementAnswer, 'none'> | 'old' | null {
  if (!own || own.answer === 'none') return null
  return own.wording === wording ? own.answer : 'old'
}
