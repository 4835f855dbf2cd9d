import type { Goal } from '../schema/goal.ts'
import type { Measure } from '../schema/measure.ts'
import type { SmarteLetters } from '../schema/stage.ts'
import type { Agreement, Member } from '../schema/talk.ts'
import { wordingKey } from '../wording.ts'

/** How far a team has come in agreeing to one goal's present wording. */
export type AgreementView = { agreed: number; of: number; unanswered: { personId: string; name: string }[] }

/**
 * Agreement to the wording that stands now. Everyone who has joined the team is counted, not only who is on
 * line. Answers to another wording do not count: a new wording asks again.
 */
export function agreementView(
  title: string,
  members: ReadonlyMap<string, Member>,
  agreements: readonly Agreement[] | undefined,
): AgreementView {
  const wording = wordingKey(title)
  const current = agreements?.find((agreement) => agreement.wording === wording)
  const answered = new Set(current?.answered ?? [])
  return {
    agreed: current?.agreed ?? 0,
    of: members.size,
    unanswered: [...members]
      .filter(([personId]) => !answered.has(personId))
      .map(([personId, member]) => ({ personId, name: member.name })),
  }
}

/** M is met by an indicator and a target and (a baseline or «unknown»); untouched while none of them is there. */
export function isMeasurable(
  measure: Pick<Measure, 'name' | 'target' | 'baseline' | 'baselineUnknown'>,
): boolean | null {
  const indicator = measure.name.trim() !== ''
  const baseline = measure.baseline !== null || measure.baselineUnknown
  if (!indicator && !baseline && measure.target === null) return null
  return indicator && baseline && measure.target !== null
}

/**
 * The six letters of SMARTE. S, A, R: what people answered, met only with words. M, T, E are computed
 * (Notat om kvalitetsutvikling nr. 3, FHI 2016, glosses the letters; T is «tidsbestemt»).
 */
export function smarteLetters(goal: Goal, measure: Measure, agreement: AgreementView): SmarteLetters {
  const answered = ({ value, text }: { value: boolean | null; text: string }) =>
    value === true ? text.trim() !== '' : value
  const anyAnswer = agreement.unanswered.length < agreement.of
  return {
    S: answered(goal.answers.specific),
    M: isMeasurable(measure),
    A: answered(goal.answers.motivating),
    R: answered(goal.answers.realistic),
    T: measure.due !== null ? true : null,
    E: agreement.of === 0 || !anyAnswer ? null : agreement.agreed === agreement.of,
  }
}

/** How many letters are met, how many answered either way, of six. */
export function smarteCount(letters: SmarteLetters): { met: number; answered: number; of: 6; complete: boolean } {
  const values = Object.values(letters)
  const met = values.filter((value) => value === true).length
  return { met, answered: values.filter((value) => value !== null).length, of: 6, complete: met === 6 }
}
