import type { projector as nb } from '../nb/projector.ts'
import { plural } from '../plural.ts'

export const projector: typeof nb = {
  title: 'Lerret',
  states: { chosen: 'Valde mål', proposed: 'Forslag', reached: 'Nådd', setAside: 'Lagt til side' },
  mapOf: (name: string) => `Aktørkart for ${name}`,
  municipalMap: 'Aktørkart for heile kommunen',
  nearest: 'Nærast er viktigast',
  rings: (names: readonly string[]) => `Her: ${names.join(' og ').toLowerCase()}`,
  continued: 'held fram',
  noGoals: 'Tavla er tom. Det første målet kjem opp her med ein gong det er skrive.',
  untitled: 'Eit mål utan ord enno',
  page: (page: number, pages: number) => `Side ${page} av ${pages}`,
  offlineSince: (time: string) => `Utan nett sidan ${time}`,
  smarteMet: 'på plass',
  smarteNotMet: 'ikkje enno',
  unknown: 'ukjent',
  due: (date: string) => `innan ${date}`,
  measure: (from: string, to: string) => `${from} → ${to}`,
  target: (to: string) => `mot ${to}`,
  start: (from: string) => `frå ${from}`,
  actionStates: { notStarted: 'Ikkje byrja', underway: 'I gang', done: 'Gjort', stopped: 'Stoppa' },

  join: {
    heading: 'Bli med',
    scan: 'Skann QR-koden på bordkortet, eller',
    type: (address: string) => `opne ${address} og skriv koden på kortet.`,
    typeNoAddress: 'skriv koden på kortet.',
    name: 'Skriv førenamnet ditt. Det er alt.',
  },
  days: (count: number) => plural(count, 'Éin dag', `${count} dagar`),

  pair: {
    heading: 'Kva lerret er dette?',
    lead: 'Skriv koden til lerretet. Rettleiaren finn han under «Styring».',
    label: 'Kode',
    submit: 'Vis lerretet',
    ended: 'Lenkja til dette lerretet er avslutta. Rettleiaren kan lage ei ny.',
    wrongCode: 'Vi kjenner ikkje att koden. Sjå etter han under «Styring», «Lerret», og prøv på nytt.',
    wrongKind: 'Denne koden er ikkje til eit lerret. Rettleiaren lagar ein under «Styring», «Lerret».',
  },
  noNet: 'Får ikkje kontakt enno. Lerretet kjem av seg sjølv når nettet er her.',
  noGathering: 'Samlinga er ikkje laga enno. Lerretet kjem av seg sjølv.',
}
