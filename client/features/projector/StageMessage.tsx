import styles from './projector.module.css'

/** One sentence on an otherwise empty screen. */
export function StageMessage({ text }: { text: string }) {
  return (
    <main className={`projector ${styles.screen} ${styles.message}`}>
      <p role="status">{text}</p>
    </main>
  )
}
