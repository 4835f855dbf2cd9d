import type { SampleBoards } from './sample-boards.ts'

/** The maps, phase boards and comments of teams 1 to 6, by the team's number. */
export const boards01to06: Readonly<Record<number, SampleBoards>> = {
  1: {
    ownSectors: ['Båt og vei'],
    maps: [
      {
        coverName: '«Per»',
        actors: [
          ['Bror på fastlandet', 'network', 3, 'strong', 'asked', 'Kommer ut hver høst'],
          ['Båtlaget', 'network', 2, 'fair', 'with'],
          ['Hjemmetjenesten', 'municipality', 3, 'strong', 'with', 'Den eneste som er innom i helgene'],
          ['Fastlege', 'municipality', 2, 'fair', 'asked'],
          ['DPS', 'specialist', 2, 'weak', 'notAsked', 'Fire timer hver vei for en samtale'],
          ['Ferga', 'Båt og vei', 1, 'weak', 'notAsked', 'Går ikke om kvelden'],
        ],
        lines: [['Hjemmetjenesten', 'Fastlege', 'together', 'strong']],
      },
      {
        actors: [
          ['Hjemmetjenesten', 'municipality', 3, 'strong', 'with'],
          ['Frivilligsentralen', 'voluntary', 2, 'fair', 'with', 'Låner oss lokalet på brygga'],
          ['DPS', 'specialist', 3, 'fair', 'with'],
          ['Nabokommunene', 'municipality', 2, 'fair', 'asked'],
        ],
      },
    ],
    phases: [{ done: ['prepare', 'plan'], steps: { 'do.try': 'done', 'do.adjust': 'started' } }],
  },
  2: {
    maps: [
      {
        coverName: '«Anna»',
        actors: [
          ['Dotter', 'network', 3, 'strong', 'with', 'Vil vere med på møta, om dei er etter klokka fire'],
          ['Kollega', 'network', 1, 'missing', 'notAsked'],
          ['Koordinator', 'municipality', 3, 'fair', 'with'],
          ['Fastlege', 'municipality', 2, 'weak', 'asked', 'Får ikkje vite om utskrivinga før etterpå'],
          ['DPS', 'specialist', 3, 'weak', 'with', '', { influence: 'high', interest: 'medium' }],
          ['NAV', 'state', 2, null, 'notAsked'],
          ['Sanitetsforeininga', 'voluntary', 1, 'fair', 'notAsked'],
        ],
        lines: [
          ['DPS', 'Koordinator', 'inTurn', 'weak', 'Samtalen dagen før heimreise'],
          ['Koordinator', 'Fastlege', 'together', 'fair'],
        ],
      },
      {
        actors: [
          ['DPS', 'specialist', 3, 'fair', 'with'],
          ['Rustenesta', 'municipality', 3, 'strong', 'with'],
          ['Legevakta', 'municipality', 2, 'conflict', 'notAsked'],
        ],
      },
    ],
    phases: [
      {
        goal: '2.1',
        done: ['prepare', 'plan'],
        steps: { 'do.try': 'started' },
        cards: [['do', 'Prøve i fire veker', 'Sigrid', 28]],
      },
      { steps: { 'prepare.need': 'done', 'prepare.knowledge': 'started' } },
    ],
    comments: [
      {
        by: 'Aud',
        about: { kind: 'goal', name: '2.1' },
        text: 'Spør den det gjeld kven som skal vere med i samtalen.',
      },
    ],
  },
  3: {
    maps: [
      {
        actors: [
          ['Servicetorget', 'municipality', 3, 'strong', 'with', 'Legger ut siden for oss'],
          ['NAV', 'state', 3, 'missing', 'asked'],
          ['Fastlegene', 'municipality', 2, 'weak', 'notAsked'],
          ['Frelsesarmeen', 'voluntary', 2, 'fair', 'with'],
          ['DPS', 'specialist', 2, 'fair', 'asked'],
          ['Biblioteket', 'other', 1, 'strong', 'with'],
        ],
      },
    ],
    phases: [{ goal: '3.1', done: ['prepare', 'plan', 'do'], steps: { 'evaluate.reflect': 'started' } }],
  },
  4: {
    maps: [
      {
        actors: [
          ['DPS Sundfjord', 'specialist', 3, 'fair', 'with', 'Har bede om eitt nummer inn'],
          ['Fastlegane', 'municipality', 3, 'weak', 'asked', 'Får tilvisingar i retur utan grunn'],
          ['Psykisk helse i Nesfjord', 'municipality', 3, 'strong', 'with'],
          ['Psykisk helse i Tareholm', 'municipality', 3, 'strong', 'with'],
          ['Legevakta', 'municipality', 2, 'weak', 'notAsked'],
          ['NAV Sundfjord', 'state', 2, 'fair', 'asked'],
          ['Politiet', 'state', 1, 'conflict', 'notAsked'],
          ['Mental Helse', 'voluntary', 2, 'strong', 'with'],
          ['Vidaregåande skule', 'other', 1, null, 'notAsked'],
        ],
        lines: [
          ['Fastlegane', 'DPS Sundfjord', 'inTurn', 'conflict', 'Tilvisingar som kjem i retur'],
          ['Psykisk helse i Nesfjord', 'Psykisk helse i Tareholm', 'together', 'strong'],
        ],
      },
    ],
    phases: [
      {
        goal: '4.1',
        done: ['prepare'],
        steps: { 'plan.practice': 'done', 'plan.goals': 'done', 'plan.measures': 'started' },
      },
    ],
  },
  5: {
    maps: [
      {
        coverName: '«Ola»',
        actors: [
          ['Mor', 'network', 3, 'strong', 'with'],
          ['Far', 'network', 2, 'conflict', 'declined', 'Vil ikke være med nå'],
          ['Ruskonsulent', 'municipality', 3, 'fair', 'with'],
          ['Fengselet', 'state', 1, 'weak', 'asked'],
        ],
      },
    ],
    phases: [{ done: ['prepare', 'plan', 'do', 'evaluate', 'followUp'] }],
  },
  6: {
    maps: [
      {
        actors: [
          ['Skolehuset', 'other', 3, 'strong', 'with', 'Står tomt fra mandag til torsdag'],
          [
            'Rådmannen',
            'municipality',
            2,
            'weak',
            'asked',
            'Vil ha tall før hun sier ja',
            { influence: 'high', interest: 'low' },
          ],
          ['Frivilligsentralen', 'voluntary', 3, 'strong', 'with'],
          ['Brukerorganisasjonen', 'voluntary', 3, 'missing', 'notAsked', 'Nærmeste lag er to timer unna'],
        ],
      },
    ],
    phases: [
      {
        goal: '6.1',
        done: ['prepare'],
        steps: { 'plan.goals': 'started' },
        cards: [['plan', 'Regne ut hva strøm og leie koster', 'Yusuf', 14]],
      },
    ],
  },
}
