import { plural } from '../plural.ts'

export const common = {
  product: 'Samtavle',
  loading: 'Et øyeblikk …',
  skipToContent: 'Hopp til innholdet',
  close: 'Lukk',
  cancel: 'Avbryt',
  save: 'Lagre',
  done: 'Ferdig',
  tryAgain: 'Prøv igjen',
  reload: 'Last siden på nytt',
  copy: 'Kopier',
  copied: 'Kopiert',
  more: 'Flere valg',
  language: 'Språk',
  textSize: {
    bigger: 'Større skrift',
    normal: 'Vanlig skrift',
    now: (percent: number) => `Skriften er nå ${percent} prosent`,
  },
  smarte: {
    letters: {
      S: 'Spesifikt',
      M: 'Målbart',
      A: 'Ansporende',
      R: 'Realistisk',
      T: 'Tidsbestemt',
      E: 'Enighet',
    },
    /** read aloud for the row of letters */
    summary: (met: string[]) => (met.length === 0 ? 'SMARTE: ingen bokstaver ennå' : `SMARTE: ${met.join(', ')}`),
  },
  team: (number: number, name: string) => `Team ${number}, ${name}`,
  teamMark: (number: number) => `Team ${number}`,
  hereNow: (count: number) => (count === 0 ? 'Ingen andre er her nå' : `${count} er her nå`),
  you: 'deg',
  editingHere: (name: string) => `${name} skriver her nå`,
  status: {
    saved: 'Lagret',
    saving: 'Lagrer …',
    offline: (waiting: number) =>
      waiting === 0 ? 'Uten nett' : `Uten nett, ${waiting} ${plural(waiting, 'endring', 'endringer')} venter`,
    resting: (waiting: number) =>
      waiting === 0 ? 'Tavlene hviler' : `Tavlene hviler, ${waiting} ${plural(waiting, 'endring', 'endringer')} venter`,
    reading: 'Du leser',
    notSaving: 'Lagrer ikke nå',
    stopped: 'Stoppet',
  },
  offline: {
    title: 'Dere er uten nett.',
    kept: 'Fortsett som før. Alt ligger trygt på denne maskinen.',
    notKept: 'Fortsett som før, men la siden stå åpen til dere er på nett igjen.',
  },
  resting: {
    title: 'Tavlene hviler.',
    help: 'Nå lytter vi til hverandre. Dere kan lese, kommentere og si om dere er enige i et mål, og skrive igjen når veilederen åpner tavlene.',
  },
  online: {
    title: 'På nett igjen.',
    sent: (count: number) =>
      count === 0 ? 'Alt er på plass.' : `${count} ${plural(count, 'endring', 'endringer')} er sendt.`,
  },
  text: {
    full: (max: number) => `Det er ikke plass til mer her, grensen er ${max} tegn. Dette kom ikke med:`,
    forget: 'Jeg trenger det ikke',
    identityNumber: 'Dette ser ut som et fødselsnummer eller D-nummer. Det skal ikke stå på tavlen.',
  },
  unreachable: 'Vi får ikke kontakt med Samtavle. Sjekk nettet, og prøv igjen.',
  wentWrong: {
    title: 'Noe gikk galt her',
    help: 'Det dere har skrevet, er ikke borte. Last siden på nytt, så fortsetter dere der dere var.',
  },
  notFound: {
    title: 'Her var det ingenting',
    help: 'Siden finnes ikke, eller så er det ikke du som skal inn her.',
    home: 'Til forsiden',
  },
  signedOut: {
    title: 'Du er ikke inne lenger',
    notSignedIn: 'Du er ikke inne lenger. Skann bordkortet eller skriv koden på nytt.',
    takenOver: 'Navnet ditt er tatt i bruk på en annen enhet. Bli med på nytt for å fortsette her.',
    removed:
      'En veileder har tatt deg ut av nettverket. Det du har skrevet, står der fortsatt. Skulle du vært med? Si fra til veilederen.',
    rejoin: 'Bli med på nytt',
  },
}
