import { plural } from '../plural.ts'

export const projector = {
  title: 'Lerret',
  states: { chosen: 'Valgte mål', proposed: 'Forslag', reached: 'Nådd', setAside: 'Lagt til side' },
  mapOf: (name: string) => `Aktørkart for ${name}`,
  municipalMap: 'Aktørkart for hele kommunen',
  nearest: 'Nærmest er viktigst',
  rings: (names: readonly string[]) => `Her: ${names.join(' og ').toLowerCase()}`,
  continued: 'fortsetter',
  noGoals: 'Tavlen er tom. Det første målet kommer opp her med en gang det er skrevet.',
  untitled: 'Et mål uten ord ennå',
  page: (page: number, pages: number) => `Side ${page} av ${pages}`,
  offlineSince: (time: string) => `Uten nett siden ${time}`,
  smarteMet: 'på plass',
  smarteNotMet: 'ikke ennå',
  unknown: 'ukjent',
  due: (date: string) => `innen ${date}`,
  measure: (from: string, to: string) => `${from} → ${to}`,
  target: (to: string) => `mot ${to}`,
  start: (from: string) => `fra ${from}`,
  actionStates: { notStarted: 'Ikke begynt', underway: 'I gang', done: 'Gjort', stopped: 'Stoppet' },

  join: {
    heading: 'Bli med',
    scan: 'Skann QR-koden på bordkortet, eller',
    type: (address: string) => `åpne ${address} og skriv koden på kortet.`,
    typeNoAddress: 'skriv koden på kortet.',
    name: 'Skriv fornavnet ditt. Det er alt.',
  },
  days: (count: number) => plural(count, 'Én dag', `${count} dager`),

  pair: {
    heading: 'Hvilket lerret er dette?',
    lead: 'Skriv koden til lerretet. Veilederen finner den under «Styring».',
    label: 'Kode',
    submit: 'Vis lerretet',
    ended: 'Lenken til dette lerretet er avsluttet. Veilederen kan lage en ny.',
    wrongCode: 'Vi kjenner ikke igjen koden. Se etter den under «Styring», «Lerret», og prøv igjen.',
    wrongKind: 'Denne koden er ikke til et lerret. Veilederen lager en under «Styring», «Lerret».',
  },
  noNet: 'Får ikke kontakt ennå. Lerretet kommer av seg selv når nettet er her.',
  noGathering: 'Samlingen er ikke laget ennå. Lerretet kommer av seg selv.',
}
