import { wordingKey } from '../../../shared/wording.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ownAnswer } from './agreementSentence.ts'
import type { AgreementHandle } from './useAgreement.ts'
import styles from './GoalPanel.module.css'

/** E: this person's own answer, to the wording that stands on the screen. */
export function AgreementAnswer({
  goalId,
  title,
  agreement,
}: {
  goalId: string
  title: string
  agreement: AgreementHandle
}) {
  const { agreement: m } = useMessages('goals').goals
  const { sending, error, retry } = agreement
  const wording = wordingKey(title)
  const own = ownAnswer(agreement.own?.[goalId], wording)
  const give = (answer: 'agree' | 'notYet' | 'none') => agreement.answer(goalId, wording, answer)
  const takeBack = { look: 'quiet', busy: sending, onClick: () => give('none'), children: m.takeBack } as const
  return (
    <div className={styles['agreement']}>
      <p role="status" className={styles['own']}>
        {sending && m.sending}
        {!sending && own === 'agree' && m.youAgree}
        {!sending && own === 'notYet' && m.youNotYet}
        {!sending && own === 'old' && m.newWording}
      </p>
      <div className={styles['buttons']}>
        {/* Each answer and its way back are one button to the browser, so that the focus stays on it. */}
        {own === 'agree' ? (
          <Button {...takeBack} />
        ) : (
          <Button look={own === 'notYet' ? 'plain' : 'main'} busy={sending} onClick={() => give('agree')}>
            {m.agree}
          </Button>
        )}
        {own === 'agree' ? null : own === 'notYet' ? (
          <Button {...takeBack} />
        ) : (
          <Button busy={sending} onClick={() => give('notYet')}>
            {m.notYet}
          </Button>
        )}
      </div>
      {error && (
        <Notice kind={retry ? 'offline' : 'error'} role="alert">
          <p>{error}</p>
          {retry && (
            <Button busy={sending} className={styles['retry']} onClick={retry}>
              {m.retry}
            </Button>
          )}
        </Notice>
      )}
    </div>
  )
}
