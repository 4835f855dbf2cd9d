import styles from './ChartPicture.module.css'

/** The sea chart with the person in the middle. Decoration. */
export function ChartPicture() {
  return (
    <svg className={styles['chart']} viewBox="0 0 820 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <g stroke="#8FB4BC" strokeWidth="1.25">
        <ellipse cx="560" cy="850" rx="640" ry="560" fill="#E8F2F3" />
        <ellipse cx="575" cy="870" rx="470" ry="400" fill="#DCECEF" />
        <ellipse cx="590" cy="890" rx="300" ry="250" fill="#C9E1E6" />
      </g>
      <g stroke="#14272F" strokeWidth="2" fill="none">
        <path d="M509 802 340 707M548 773 476 629M640 767 700 651" />
        <path d="M586 760 590 464" strokeDasharray="8 7" />
        <path d="M482 860 140 773" stroke="#23653B" strokeWidth="5" />
        <path d="M520 790 242 566" strokeDasharray=".1 9" strokeWidth="4" stroke="#74858B" strokeLinecap="round" />
      </g>
      <circle cx="600" cy="880" r="120" fill="#F7E7C3" stroke="#C99A2E" strokeWidth="3" />
      <g stroke="#14272F" strokeWidth="2" fill="#fff">
        <circle cx="330" cy="700" r="11" />
        <circle cx="470" cy="620" r="11" />
        <circle cx="705" cy="640" r="11" />
        <circle cx="235" cy="560" r="9" strokeDasharray="3 4" />
        <circle cx="590" cy="455" r="9" />
        <circle cx="130" cy="770" r="9" />
      </g>
    </svg>
  )
}
