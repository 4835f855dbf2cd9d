import styles from './Logo.module.css'

/** The rings of the chart with the person in the middle, and the name. */
export function Logo({ big }: { big?: boolean }) {
  return (
    <span className={big ? `${styles['logo']} ${styles['big']}` : styles['logo']}>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <circle cx="16" cy="16" r="14.5" fill="none" stroke="#0B5563" strokeWidth="2" />
        <circle cx="16" cy="16" r="9.5" fill="#DCEBED" stroke="#0B5563" strokeWidth="2" />
        <circle cx="16" cy="16" r="4.6" fill="#F2C14E" stroke="#14272F" strokeWidth="1.8" />
      </svg>
      <span className={styles['name']}>Samtavle</span>
    </span>
  )
}
