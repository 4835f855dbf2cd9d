import type { common as nb } from '../nb/common.ts'
import { plural } from '../plural.ts'

export const common: typeof nb = {
  product: 'Samtavle',
  loading: 'Ein augneblink …',
  skipToContent: 'Hopp til innhaldet',
  close: 'Lukk',
  cancel: 'Avbryt',
  save: 'Lagre',
  done: 'Ferdig',
  tryAgain: 'Prøv igjen',
  reload: 'Last sida på nytt',
  copy: 'Kopier',
  copied: 'Kopiert',
  more: 'Fleire val',
  language: 'Språk',
  textSize: {
    bigger: 'Større skrift',
    normal: 'Vanleg skrift',
    now: (percent) => `Skrifta er no ${percent} prosent`,
  },
  smarte: {
    letters: {
      S: 'Spesifikt',
      M: 'Målbart',
      A: 'Ansporande',
      R: 'Realistisk',
      T: 'Tidsbestemt',
      E: 'Einigheit',
    },
    summary: (met) => (met.length === 0 ? 'SMARTE: ingen bokstavar enno' : `SMARTE: ${met.join(', ')}`),
  },
  team: (number, name) => `Team ${number}, ${name}`,
  teamMark: (number) => `Team ${number}`,
  hereNow: (count) => (count === 0 ? 'Ingen andre er her no' : `${count} er her no`),
  you: 'deg',
  editingHere: (name) => `${name} skriv her no`,
  status: {
    saved: 'Lagra',
    saving: 'Lagrar …',
    offline: (waiting) =>
      waiting === 0 ? 'Utan nett' : `Utan nett, ${waiting} ${plural(waiting, 'endring', 'endringar')} ventar`,
    resting: (waiting: number) =>
      waiting === 0 ? 'Tavlene kviler' : `Tavlene kviler, ${waiting} ${plural(waiting, 'endring', 'endringar')} ventar`,
    reading: 'Du les',
    notSaving: 'Lagrar ikkje no',
    stopped: 'Stoppa',
  },
  offline: {
    title: 'De er utan nett.',
    kept: 'Hald fram som før. Alt ligg trygt på denne maskina.',
    notKept: 'Hald fram som før, men la sida stå open til de er på nett igjen.',
  },
  resting: {
    title: 'Tavlene kviler.',
    help: 'No lyttar vi til kvarandre. De kan lese, kommentere og seie om de er einige i eit mål, og skrive igjen når rettleiaren opnar tavlene.',
  },
  online: {
    title: 'På nett igjen.',
    sent: (count) =>
      count === 0 ? 'Alt er på plass.' : `${count} ${plural(count, 'endring er send', 'endringar er sende')}.`,
  },
  text: {
    full: (max) => `Det er ikkje plass til meir her, grensa er ${max} teikn. Dette kom ikkje med:`,
    forget: 'Eg treng det ikkje',
    identityNumber: 'Dette ser ut som eit fødselsnummer eller D-nummer. Det skal ikkje stå på tavla.',
  },
  unreachable: 'Vi får ikkje kontakt med Samtavle. Sjekk nettet, og prøv igjen.',
  wentWrong: {
    title: 'Noko gjekk gale her',
    help: 'Det de har skrive, er ikkje borte. Last sida på nytt, så held de fram der de var.',
  },
  notFound: {
    title: 'Her var det ingenting',
    help: 'Sida finst ikkje, eller så er det ikkje du som skal inn her.',
    home: 'Til framsida',
  },
  signedOut: {
    title: 'Du er ikkje inne lenger',
    notSignedIn: 'Du er ikkje inne lenger. Skann bordkortet eller skriv koden på nytt.',
    takenOver: 'Namnet ditt er teke i bruk på ei anna eining. Bli med på nytt for å halde fram her.',
    removed:
      'Ein rettleiar har teke deg ut av nettverket. Det du har skrive, står der framleis. Skulle du ha vore med? Sei frå til rettleiaren.',
    rejoin: 'Bli med på nytt',
  },
}
