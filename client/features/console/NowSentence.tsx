import { limits } from '../../../shared/schema/limits.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import type { OpenDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { CollaborativeText } from '../../ui/CollaborativeText.tsx'
import { classNames } from '../../ui/classNames.ts'
import styles from './console.module.css'

/** The sentence that stands at the top for every team; two facilitators may write in it at once. */
export function NowSentence({ open }: { open: OpenDocument | null }) {
  const words = useMessages('console').console.now
  return (
    <section className={classNames(styles.card, styles.now)} aria-labelledby="console-now">
      <h2 id="console-now">{words.heading}</h2>
      {open?.loaded && (
        <CollaborativeText
          text={openGatheringDocument(open.doc).sentence}
          max={limits.sentence}
          label={words.label}
          hideLabel
          hint={words.lead}
          placeholder={words.placeholder}
        />
      )}
    </section>
  )
}
