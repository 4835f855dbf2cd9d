import { useState } from 'react'
import { can } from '../../../shared/roles.ts'
import { formatDate } from '../../../shared/locale/dates.ts'
import { setMeasureField } from '../../../shared/ops/measures.ts'
import type { SmarteQuestion } from '../../../shared/schema/goal.ts'
import type { Member } from '../../../shared/schema/talk.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { usePresence } from '../../hooks/usePresence.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { smarteOrder, type SmarteLetter } from '../../ui/SmarteLetters.tsx'
import { AgreementAnswer } from './AgreementAnswer.tsx'
import { agreementSentence } from './agreementSentence.ts'
import { AnswerEditor } from './AnswerEditor.tsx'
import type { GoalView } from './boardView.ts'
import { presenceField } from './presenceField.ts'
import { DateField } from '../../ui/DateField.tsx'
import { useGoalBoard } from './GoalBoardContext.ts'
import { MeasureEditor } from './MeasureEditor.tsx'
import { hasMeasure } from '../../ui/measureWords.ts'
import { SmarteRow } from './SmarteRow.tsx'
import { useAgreement } from './useAgreement.ts'
import styles from './GoalPanel.module.css'

const questionOf: Partial<Record<SmarteLetter, SmarteQuestion>> = { S: 'specific', A: 'motivating', R: 'realistic' }

type SmarteListProps = { view: GoalView; members: ReadonlyMap<string, Member>; paused: boolean }

/** The six letters, each with its answer or its question. One is open at a time. */
export function SmarteList({ view, members, paused }: SmarteListProps) {
  const { language, messages } = useLocale('goals')
  const m = messages.goals
  const { teamId, open, readOnly, attempt } = useGoalBoard()
  const { state: session } = useSession()
  const presence = usePresence(open)
  const [opened, setOpened] = useState<SmarteLetter | null>(null)
  const { goal, measure, letters } = view
  const mayAgree = session.kind === 'signedIn' && can(session.session.role, 'agreeToGoal')
  const agreement = useAgreement(teamId, open, mayAgree)

  const close = (letter: SmarteLetter) => {
    setOpened(null)
    // The editor goes away with its focus; its row is where one goes on.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-letter="${letter}"] button[aria-expanded]`)?.focus(),
    )
  }
  const answerOf = (letter: SmarteLetter): string | null => {
    const question = questionOf[letter]
    if (question) return goal.answers[question].text.trim() || null
    if (letter === 'M') return hasMeasure(measure) ? measure.name.trim() || m.untitled : null
    if (letter === 'T') return measure.due && m.measure.by(formatDate(measure.due, language, { year: true }))
    return agreementSentence(view.agreement, m)
  }
  const peopleIn = (letter: SmarteLetter) =>
    presence.editing(presenceField(goal.id, letter === 'M' ? 'measure' : (questionOf[letter] ?? letter)))

  const editor = (letter: SmarteLetter) => {
    const question = questionOf[letter]
    const onClose = () => close(letter)
    if (question) return <AnswerEditor goal={goal} question={question} letter={letter} onClose={onClose} />
    if (letter === 'M') return <MeasureEditor measure={measure} members={members} paused={paused} onClose={onClose} />
    return (
      <div
        className={styles['fields']}
        onFocus={() => presence.setEditing(presenceField(goal.id, 'T'))}
        onBlur={() => presence.setEditing(null)}
      >
        <DateField
          label={m.question.T}
          value={measure.due}
          paused={paused}
          onChange={(value) => attempt((each) => setMeasureField(each, { goalId: goal.id, field: 'due', value }))}
        />
        <div className={styles['buttons']}>
          <Button look="main" onClick={onClose}>
            {m.finished}
          </Button>
        </div>
      </div>
    )
  }

  return (
    <ul className={styles['smarte']} aria-label={m.smarteLabel}>
      {smarteOrder.map((letter) => (
        <SmarteRow
          key={letter}
          letter={letter}
          met={letters[letter]}
          answer={answerOf(letter)}
          people={peopleIn(letter)}
          expanded={opened === letter}
          onToggle={readOnly || letter === 'E' ? null : () => (opened === letter ? close(letter) : setOpened(letter))}
          below={
            letter === 'E' && mayAgree && !paused ? (
              <AgreementAnswer goalId={goal.id} title={goal.title} agreement={agreement} />
            ) : null
          }
        >
          {letter === 'E' ? null : editor(letter)}
        </SmarteRow>
      ))}
    </ul>
  )
}
