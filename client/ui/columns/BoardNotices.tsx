import type { BoardWorkState } from '../../hooks/useBoardWork.ts'
import { Button } from '../Button.tsx'
import { Notice } from '../Notice.tsx'
import styles from './BoardNotices.module.css'

type BoardNoticesProps = {
  state: BoardWorkState
  /** what is told to who may only read, and the name of the button that puts a failure away */
  words: { readOnly: string; close: string }
}

/** Why nothing can be changed here, or why something could not be. */
export function BoardNotices({ state: { work, problem, forgetProblem }, words }: BoardNoticesProps) {
  return (
    <>
      {work.readOnly && <p className={styles['readOnly']}>{words.readOnly}</p>}
      {problem !== null && (
        <Notice kind="error" role="alert">
          <p>{problem}</p>
          <Button look="quiet" onClick={forgetProblem}>
            {words.close}
          </Button>
        </Notice>
      )}
    </>
  )
}
