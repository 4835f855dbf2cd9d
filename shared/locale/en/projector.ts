import type { projector as nb } from '../nb/projector.ts'
import { plural } from '../plural.ts'

export const projector: typeof nb = {
  title: 'Screen',
  states: { chosen: 'Chosen goals', proposed: 'Proposals', reached: 'Reached', setAside: 'Set aside' },
  mapOf: (name: string) => `Actor map for ${name}`,
  municipalMap: 'Actor map for the whole municipality',
  nearest: 'Closest matters most',
  rings: (names: readonly string[]) => `Here: ${names.join(' and ').toLowerCase()}`,
  continued: 'continued',
  noGoals: 'The board is empty. The first goal shows up here as soon as it is written.',
  untitled: 'A goal without words yet',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  offlineSince: (time: string) => `No network since ${time}`,
  smarteMet: 'in place',
  smarteNotMet: 'not yet',
  unknown: 'unknown',
  due: (date: string) => `by ${date}`,
  measure: (from: string, to: string) => `${from} → ${to}`,
  target: (to: string) => `towards ${to}`,
  start: (from: string) => `from ${from}`,
  actionStates: { notStarted: 'Not started', underway: 'Under way', done: 'Done', stopped: 'Stopped' },

  join: {
    heading: 'Join',
    scan: 'Scan the QR code on the table card, or',
    type: (address: string) => `open ${address} and type the code on the card.`,
    typeNoAddress: 'type the code on the card.',
    name: 'Write your first name. That is all.',
  },
  days: (count: number) => plural(count, 'One day', `${count} days`),

  pair: {
    heading: 'Which screen is this?',
    lead: 'Type the screen’s code. The facilitator finds it in the console.',
    label: 'Code',
    submit: 'Show the screen',
    ended: 'The link for this screen has been ended. The facilitator can make a new one.',
    wrongCode: 'We don’t recognise the code. Look for it in the console, under “Screens”, and try again.',
    wrongKind: 'This code is not for a screen. The facilitator makes one in the console, under “Screens”.',
  },
  noNet: 'No contact yet. The screen comes back by itself when the network is here.',
  noGathering: 'The gathering has not been made yet. The screen comes by itself.',
}
