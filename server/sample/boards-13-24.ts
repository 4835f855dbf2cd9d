import type { SampleBoards } from './sample-boards.ts'

/** The maps, phase boards and comments of teams 13 to 24, by the team's number. Team 23 has not begun. */
export const boards13to24: Readonly<Record<number, SampleBoards>> = {
  13: {
    maps: [
      {
        coverName: '«Frode»',
        actors: [
          ['Mor', 'network', 3, 'strong', 'asked'],
          ['Kamerat fra verkstedet', 'network', 2, 'fair', 'notAsked'],
          ['Rusteamet', 'municipality', 3, 'strong', 'with'],
          ['DPS', 'specialist', 3, 'conflict', 'with', 'Ble skrevet ut på grunn av uteblitte timer'],
          ['Fastlege', 'municipality', 2, 'weak', 'asked'],
          ['NAV', 'state', 2, 'fair', 'with'],
        ],
        lines: [['DPS', 'Rusteamet', 'inTurn', 'conflict', 'Her faller folk mellom']],
      },
    ],
    phases: [
      {
        goal: '13.1',
        done: ['prepare', 'plan'],
        steps: { 'do.try': 'done', 'do.adjust': 'done', 'evaluate.reflect': 'started' },
      },
    ],
  },
  14: {
    maps: [
      {
        actors: [
          ['Frivilligsentralen', 'voluntary', 3, 'strong', 'with'],
          ['Kulturskulen', 'other', 2, 'fair', 'with'],
          ['Kommunestyret', 'municipality', 2, 'weak', 'asked', '', { influence: 'high', interest: 'low' }],
          ['Bygdekvinnelaget', 'voluntary', 1, 'strong', 'with', 'Kokar suppe kvar torsdag'],
        ],
      },
    ],
    phases: [{ goal: '14.2', done: ['prepare', 'plan', 'do'], steps: { 'evaluate.better': 'started' } }],
    comments: [
      {
        by: 'Aud',
        withoutName: true,
        about: { kind: 'goal', name: '14.2' },
        text: 'Eg kjem om eg slepp å seie kven eg er.',
      },
    ],
  },
  15: {
    maps: [
      {
        actors: [
          ['Trykkeriet', 'other', 1, 'fair', 'with'],
          ['Tolketjenesten', 'state', 2, 'missing', 'notAsked', 'Folderen må finnes på fem språk'],
          ['Flyktningtjenesten', 'municipality', 3, 'strong', 'with'],
        ],
      },
    ],
    phases: [{ steps: { 'prepare.need': 'done' } }],
  },
  16: {
    maps: [
      {
        coverName: '«Marta»',
        actors: [
          ['Nabogarden', 'network', 3, 'strong', 'with', 'Ser til henne kvar morgon'],
          ['Heimesjukepleia', 'municipality', 3, 'fair', 'with'],
          ['DPS', 'specialist', 2, 'missing', 'asked'],
        ],
      },
    ],
    phases: [{ goal: '16.1', done: ['prepare'], steps: { 'plan.actions': 'started' } }],
  },
  17: {
    maps: [
      {
        actors: [
          ['Psykisk helse i Ytre Sund', 'municipality', 3, 'strong', 'with'],
          ['Psykisk helse i Indre Sund', 'municipality', 3, 'fair', 'with'],
          ['Sørholmen', 'municipality', 3, 'weak', 'asked', 'Har berre éi stilling'],
          ['DPS', 'specialist', 3, 'fair', 'with'],
          ['Ferjeselskapet', 'other', 1, null, 'notAsked'],
        ],
        lines: [['Psykisk helse i Ytre Sund', 'Sørholmen', 'together', 'weak']],
      },
    ],
  },
  18: {
    maps: [
      {
        coverName: '«Tom»',
        actors: [
          ['Støttekontakt', 'municipality', 3, 'strong', 'with'],
          ['Fotballaget', 'voluntary', 2, 'fair', 'asked'],
        ],
      },
    ],
    phases: [
      {
        goal: '18.2',
        done: ['prepare', 'plan', 'do', 'evaluate'],
        steps: { 'followUp.adopt': 'done', 'followUp.sustain': 'started' },
      },
    ],
  },
  19: {
    maps: [
      {
        actors: [
          ['Turlaget', 'voluntary', 3, 'strong', 'with'],
          ['NAV', 'state', 3, 'conflict', 'asked', 'Fem kontorer og fem svar'],
          ['Kommunelegen', 'municipality', 2, 'weak', 'notAsked'],
          ['Servicetorget', 'municipality', 2, 'fair', 'with'],
        ],
      },
    ],
    phases: [{ goal: '19.2', steps: { 'prepare.need': 'done', 'prepare.anchor': 'started' } }],
    comments: [
      {
        by: 'Jonas Dahl',
        about: { kind: 'goal', name: '19.2' },
        text: 'Ett lag er bra. Da må vi også bare fortelle det én gang.',
        answers: [['Tove', 'Nettopp. Det skriver vi inn i målet.']],
        state: 'resolved',
      },
    ],
  },
  20: {
    maps: [
      {
        actors: [
          ['Ansvarsgruppene', 'municipality', 3, 'fair', 'with', 'Les svara høgt på møtet'],
          ['Fastlegane', 'municipality', 2, 'weak', 'asked'],
          ['DPS', 'specialist', 2, 'fair', 'notAsked'],
          ['Mental Helse', 'voluntary', 3, 'strong', 'with'],
        ],
      },
    ],
    phases: [
      {
        goal: '20.1',
        done: ['prepare', 'plan', 'do'],
        cards: [['evaluate', 'Samanlikne svara frå haust og vår', 'Oddny', 18]],
      },
    ],
  },
  21: {
    ownSectors: ['Øyene'],
    maps: [
      {
        coverName: '«Edvin»',
        actors: [
          ['Kona', 'network', 3, 'strong', 'with'],
          ['Butikken på kaia', 'Øyene', 3, 'strong', 'with', 'Ser hvem som ikke kommer'],
          ['Legekontoret', 'municipality', 2, 'fair', 'asked'],
          ['Legebåten', 'specialist', 2, 'weak', 'notAsked'],
        ],
      },
      {
        actors: [
          ['Butikken på kaia', 'Øyene', 2, 'strong', 'with'],
          ['Skyssbåten', 'Øyene', 3, 'conflict', 'asked', 'Går ikke i helgene'],
          ['Velforeningen', 'Øyene', 2, 'fair', 'with'],
          ['Fylkeskommunen', 'state', 2, 'missing', 'declined'],
          ['Likeperson', 'network', 3, 'strong', 'with'],
        ],
        lines: [['Skyssbåten', 'Fylkeskommunen', 'together', 'conflict']],
      },
    ],
    phases: [
      {
        goal: '21.3',
        done: ['prepare', 'plan'],
        steps: { 'do.try': 'started' },
        cards: [['do', 'Åpent hus tre helger i mai', 'Heidi', 50]],
      },
    ],
  },
  22: {
    maps: [
      {
        actors: [
          ['Koordinatorane', 'municipality', 3, 'fair', 'with'],
          ['Idrettslaget', 'voluntary', 3, 'strong', 'with'],
          ['Pårørande', 'network', 2, 'weak', 'asked'],
        ],
      },
    ],
    phases: [{ goal: '22.3', done: ['prepare', 'plan', 'do', 'evaluate', 'followUp'] }],
  },
  24: {
    maps: [
      {
        actors: [
          ['Granvik', 'municipality', 3, 'weak', 'with'],
          ['Nordvoll', 'municipality', 3, 'conflict', 'asked', 'Sier at vi gir andre beskjeder enn de gjør'],
          ['Åsmark', 'municipality', 3, 'fair', 'with'],
          ['Døgnenheten', 'specialist', 3, 'strong', 'with'],
          ['Fastlegene', 'municipality', 2, 'weak', 'asked'],
          ['Brukerrådet', 'voluntary', 3, 'strong', 'with'],
        ],
        lines: [['Døgnenheten', 'Fastlegene', 'inTurn', 'weak', 'Epikriser som kommer for sent']],
      },
    ],
    phases: [{ goal: '24.1', done: ['prepare', 'plan'], steps: { 'do.try': 'done' } }],
  },
}
