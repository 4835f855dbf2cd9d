import type { TechnicalView } from '../../../shared/api.ts'
import { technicalState, type TechnicalState } from '../../../shared/select/technical.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import styles from './care.module.css'

const parts = ['net', 'disk', 'backup', 'errors'] as const satisfies readonly (keyof TechnicalState)[]

/** All of it in one sentence; read aloud when it changes, and only then. */
export function TechnicalSummary({ view, silent }: { view: TechnicalView | null; silent: boolean }) {
  const { care, common } = useMessages('care')
  const words = care.technical
  const sentence = () => {
    if (silent) return words.summary.silent
    if (view === null) return common.loading
    const state = technicalState(view)
    const of = (level: 'look' | 'wrong') =>
      parts.filter((part) => state[part].level === level).map((part) => words.summary.parts[part])
    const [wrong, look] = [of('wrong'), of('look')]
    if (wrong.length > 0) return words.summary.wrong(wrong)
    return look.length > 0 ? words.summary.look(look) : words.summary.well
  }
  return (
    <p role="status" className={styles.summary}>
      {sentence()}
    </p>
  )
}
