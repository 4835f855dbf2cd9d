import type { SampleBoards } from './sample-boards.ts'

/** The maps, phase boards and comments of teams 7 to 12, by the team's number. */
export const boards07to12: Readonly<Record<number, SampleBoards>> = {
  7: {
    maps: [
      {
        coverName: '«Kari»',
        actors: [
          ['Søster', 'network', 3, 'strong', 'with', 'Ringer hver kveld'],
          ['Likeperson', 'network', 2, 'fair', 'with'],
          ['Mor', 'network', 2, 'conflict', 'notAsked', 'Kari vil selv ta kontakt'],
          ['Gamle venner', 'network', 1, 'missing', 'notAsked', 'Mål i «Hva er viktig for meg»'],
          ['Koordinator', 'municipality', 3, 'strong', 'with', 'Én dør inn for Kari'],
          [
            'Fastlege',
            'municipality',
            2,
            'weak',
            'notAsked',
            '',
            { nextStep: 'Ringe og spørre om en fast tid', owner: 'Mette', dueInDays: 12 },
          ],
          ['Boligkontoret', 'municipality', 1, 'weak', 'with', 'Søknaden ble liggende i sju uker'],
          [
            'DPS',
            'specialist',
            3,
            'weak',
            'with',
            'Epikrisen kommer ofte etter at Kari er hjemme. Fastlegen får den ikke alltid.',
            {
              influence: 'high',
              interest: 'medium',
              nextStep: 'Avtale hvem som sender epikrisen',
              owner: 'Arne',
              dueInDays: 20,
            },
          ],
          ['Ruspoliklinikken', 'specialist', 1, 'fair', 'with'],
          ['Akuttmottaket', 'specialist', 1, 'conflict', 'notAsked', 'Kari må fortelle alt på nytt'],
          ['NAV-veileder', 'state', 2, 'weak', 'notAsked'],
          ['Jobbspesialist', 'state', 1, 'missing', 'notAsked'],
          ['Brukerorganisasjonen', 'voluntary', 2, 'fair', 'with'],
          ['Turgruppa', 'voluntary', 1, 'strong', 'with', 'Tirsdager, også når det regner'],
          ['Utleier', 'other', 2, 'conflict', 'notAsked'],
          ['Arbeidsgiver', 'other', 1, 'missing', 'notAsked'],
          ['Naboen', 'other', 1, 'fair', 'notAsked'],
        ],
        lines: [
          ['Fastlege', 'DPS', 'together', 'missing'],
          ['Koordinator', 'NAV-veileder', 'together', 'weak'],
        ],
      },
      {
        actors: [
          ['DPS', 'specialist', 3, 'weak', 'with', 'Samme sak som for «Kari»: epikrisen'],
          ['Koordinator', 'municipality', 3, 'strong', 'with'],
          ['NAV-veileder', 'state', 3, 'weak', 'notAsked'],
          ['Fastlegene', 'municipality', 3, 'weak', 'asked'],
          ['Helselederen', 'municipality', 2, 'fair', 'with', '', { influence: 'high', interest: 'high' }],
          ['Legevakta', 'municipality', 2, 'weak', 'notAsked'],
          ['Brukerorganisasjonen', 'voluntary', 3, 'strong', 'with'],
          ['Frivilligsentralen', 'voluntary', 1, 'fair', 'notAsked'],
        ],
        lines: [
          ['DPS', 'Fastlegene', 'inTurn', 'weak'],
          ['Koordinator', 'Helselederen', 'together', 'strong'],
        ],
      },
    ],
    phases: [
      {
        goal: '7.1',
        done: ['prepare', 'plan'],
        steps: { 'do.try': 'done', 'do.adjust': 'started' },
        cards: [
          ['prepare', 'Kommunalsjefen følger opp hver måned'],
          ['do', 'Møte på Teams før hjemreise, fire pasienter i uka', 'Mette', 30],
        ],
      },
      { goal: '7.2', steps: { 'prepare.need': 'done', 'prepare.knowledge': 'started', 'do.try': 'started' } },
      {
        done: ['prepare'],
        steps: { 'plan.practice': 'done', 'plan.goals': 'done', 'plan.measures': 'started' },
        cards: [['plan', 'Velge måleverktøy sammen med Brukerorganisasjonen', 'Berit', 21]],
      },
    ],
    comments: [
      {
        by: 'Berit',
        about: { kind: 'actor', name: 'DPS' },
        text: 'Ingen spurte meg hva jeg ville ha hjelp til før utskrivingen. Inviter oss til det første møtet.',
        answers: [['Arne', 'Enig. Vi tar det inn som tiltak.']],
        state: 'answered',
      },
      {
        by: 'Aud',
        about: { kind: 'actor', name: 'DPS' },
        text: 'Jeg fikk vite om møtet dagen etter. Spør meg først, så kommer jeg.',
      },
      {
        by: 'Jonas Dahl',
        about: { kind: 'actor', name: 'Turgruppa' },
        text: 'Turgruppa har plass til flere. Si at de kan komme uten å melde seg på.',
        answers: [['Siv', 'Så fint! Vi sier det til alle vi møter.']],
        state: 'resolved',
      },
      {
        by: 'Aud',
        about: { kind: 'goal', name: '7.1' },
        text: 'Hvem forteller den det gjelder hva som ble sagt på møtet?',
        answers: [
          ['Mette', 'Godt spørsmål. Kanskje koordinatoren samme dag?'],
          ['Aud', 'Ja, på telefon. Ikke i brev.'],
        ],
        state: 'answered',
      },
      {
        by: 'Jonas Dahl',
        withoutName: true,
        about: { kind: 'map', name: '«Kari»' },
        text: 'Utleieren bør spørres, selv om det er vanskelig.',
      },
      { by: 'Aud', withoutName: true, about: { kind: 'team' }, text: 'Takk for at dere skriver så jeg forstår det.' },
      {
        by: 'Jonas Dahl',
        about: { kind: 'card', name: 'Møte på Teams før hjemreise, fire pasienter i uka' },
        text: 'Kan en av de fire få si hvordan det var, neste gang dere møtes?',
      },
    ],
  },
  8: {
    maps: [
      {
        coverName: '«Liv»',
        actors: [
          ['Ektefelle', 'network', 3, 'strong', 'with'],
          ['Fastlege', 'municipality', 3, 'fair', 'with'],
        ],
      },
    ],
    phases: [{ goal: '8.1', steps: { 'prepare.need': 'started' } }],
  },
  9: {
    maps: [
      {
        actors: [
          ['Koordinerende enhet', 'municipality', 3, 'strong', 'with'],
          ['Lomvik kommune', 'municipality', 3, 'strong', 'with'],
          ['DPS', 'specialist', 3, 'fair', 'asked'],
          ['Fastlegene', 'municipality', 2, 'weak', 'notAsked'],
          ['NAV', 'state', 2, 'fair', 'asked'],
          ['A-larm', 'voluntary', 2, 'fair', 'with'],
        ],
        lines: [['Koordinerende enhet', 'Lomvik kommune', 'together', 'strong']],
      },
    ],
    phases: [
      { goal: '9.1', done: ['prepare'], steps: { 'plan.practice': 'started' } },
      { goal: '9.3', done: ['prepare', 'plan', 'do', 'evaluate'], steps: { 'followUp.adopt': 'started' } },
    ],
  },
  10: {
    maps: [
      {
        coverName: '«Siri»',
        actors: [
          ['Samboer', 'network', 3, 'conflict', 'notAsked'],
          ['Barna', 'network', 3, 'strong', 'notAsked', 'Trenger noen å snakke med, de også'],
          ['Barnevernet', 'municipality', 2, 'conflict', 'asked'],
          ['Rustjenesten', 'municipality', 3, 'fair', 'with'],
          ['Sykehuset', 'specialist', 2, 'weak', 'declined', 'Sier at de ikke har tid'],
          ['Krisesenteret', 'voluntary', 2, 'strong', 'with'],
        ],
        lines: [['Rustjenesten', 'Barnevernet', 'together', 'weak']],
      },
    ],
    phases: [{ goal: '10.3', done: ['prepare'], steps: { 'plan.goals': 'done' } }],
    comments: [
      {
        by: 'Jonas Dahl',
        withoutName: true,
        about: { kind: 'actor', name: 'Barna' },
        text: 'Spør barna selv. De vet mer enn vi tror.',
        answers: [['Mona', 'Det gjør vi. Helsesykepleier blir med.']],
        state: 'resolved',
      },
    ],
  },
  11: {
    renamed: { network: 'Familie og de nærmeste', voluntary: 'Foreninger' },
    maps: [
      {
        actors: [
          ['Pårørendesenteret', 'voluntary', 3, 'strong', 'with'],
          ['Barneansvarlig', 'municipality', 3, 'fair', 'with'],
          ['Foreldreutvalget', 'other', 1, null, 'notAsked'],
          ['DPS', 'specialist', 2, 'weak', 'asked'],
          ['Ungdomsskolen', 'other', 2, 'fair', 'asked'],
        ],
      },
    ],
    phases: [
      {
        goal: '11.2',
        done: ['prepare', 'plan', 'do'],
        cards: [['evaluate', 'Spørre fem pårørende hvordan det var', 'Lene', 10]],
      },
    ],
  },
  12: {
    renamed: { specialist: 'DPS og sykehus', state: 'NAV' },
    ownSectors: ['De tre rådhusene', 'Skole og barnehage'],
    maps: [
      {
        coverName: '«Jens»',
        actors: [
          ['Tante', 'network', 3, 'strong', 'with'],
          ['Lærer', 'Skole og barnehage', 3, 'fair', 'asked'],
          ['Helsesykepleier', 'municipality', 3, 'strong', 'with', 'Den første han fortalte det til'],
          ['BUP', 'specialist', 2, 'weak', 'asked', 'Ni uker fra henvisning til time'],
          ['Treneren', 'voluntary', 2, 'strong', 'notAsked'],
        ],
        lines: [['Helsesykepleier', 'BUP', 'inTurn', 'weak']],
      },
      {
        actors: [
          ['Psykisk helse i Storlia', 'municipality', 3, 'strong', 'with'],
          ['Psykisk helse i Hellebu', 'municipality', 3, 'strong', 'with'],
          ['Psykisk helse i Rognset', 'municipality', 3, 'fair', 'with'],
          ['Rustjenesten', 'municipality', 3, 'fair', 'with'],
          ['Fastlegene i Storlia', 'municipality', 2, 'weak', 'asked'],
          ['Fastlegene i Hellebu og Rognset', 'municipality', 2, 'weak', 'notAsked'],
          ['Helsesykepleier', 'municipality', 2, 'strong', 'with'],
          ['Legevakta', 'municipality', 2, 'conflict', 'notAsked', 'Sender folk hjem om natta uten å si fra'],
          ['Boligkontorene', 'municipality', 1, 'weak', 'notAsked'],
          ['Rådmannen i Storlia', 'De tre rådhusene', 2, 'fair', 'with', '', { influence: 'high', interest: 'medium' }],
          ['Rådmannen i Hellebu', 'De tre rådhusene', 2, 'weak', 'asked', '', { influence: 'high', interest: 'low' }],
          ['Rådmannen i Rognset', 'De tre rådhusene', 2, null, 'notAsked'],
          ['Ungdomsskolene', 'Skole og barnehage', 2, 'fair', 'asked'],
          ['Videregående skole', 'Skole og barnehage', 1, 'weak', 'notAsked'],
          ['Barnehagene', 'Skole og barnehage', 1, null, 'notAsked'],
          ['DPS', 'specialist', 3, 'fair', 'with', 'Vil lage linjen sammen med oss'],
          ['BUP', 'specialist', 3, 'weak', 'asked'],
          ['Akuttmottaket', 'specialist', 1, 'missing', 'notAsked'],
          ['Rusklinikken på sykehuset', 'specialist', 2, 'fair', 'asked'],
          ['Ambulansen', 'specialist', 1, null, 'notAsked'],
          ['NAV Storlia', 'state', 3, 'fair', 'with'],
          ['NAV Hellebu og Rognset', 'state', 2, 'weak', 'asked'],
          ['Politiet', 'state', 1, 'conflict', 'notAsked'],
          ['Kriminalomsorgen', 'state', 1, 'missing', 'notAsked'],
          ['Mental Helse', 'voluntary', 3, 'strong', 'with'],
          ['Pårørendeforeningen', 'voluntary', 2, 'fair', 'asked'],
          ['Idrettslaget', 'voluntary', 1, 'fair', 'notAsked'],
          ['Røde Kors', 'voluntary', 1, null, 'declined', 'Har ikke folk til det før sommeren'],
          ['Sagbruket', 'other', 1, 'strong', 'with', 'Tar imot to i arbeidstrening'],
          ['Menigheten', 'other', 1, 'fair', 'notAsked'],
        ],
        lines: [
          ['Psykisk helse i Storlia', 'Psykisk helse i Hellebu', 'together', 'strong'],
          ['Psykisk helse i Hellebu', 'Psykisk helse i Rognset', 'together', 'fair'],
          ['Fastlegene i Storlia', 'DPS', 'inTurn', 'weak', 'Henvisninger på papir'],
          ['DPS', 'Psykisk helse i Rognset', 'inTurn', 'conflict', 'Vi får ikke vite om utskrivinger'],
          ['Legevakta', 'Akuttmottaket', 'inTurn', 'missing'],
          ['NAV Storlia', 'Sagbruket', 'together', 'strong'],
        ],
      },
    ],
    phases: [
      {
        goal: '12.1',
        done: ['prepare'],
        steps: { 'plan.practice': 'done', 'plan.goals': 'done', 'plan.actions': 'started' },
      },
      {
        goal: '12.2',
        done: ['prepare', 'plan'],
        steps: { 'do.try': 'started' },
        cards: [['do', 'Prøve de første 14 dagene på to i hver kommune', 'Jorunn', 42]],
      },
      {
        done: ['prepare', 'plan'],
        steps: { 'do.try': 'done', 'evaluate.reflect': 'started' },
        cards: [
          ['prepare', 'Alle tre kommunestyrene har sagt ja', 'Terje', -30],
          ['do', 'Felles opplæring i mars', 'Aisha', 35],
          ['evaluate', 'Spørre brukerne i alle tre kommunene'],
        ],
      },
    ],
    comments: [
      {
        by: 'Aud',
        about: { kind: 'team' },
        text: 'Tre kommuner og ingen brukere i styringsgruppa? Jeg vil gjerne være med.',
        answers: [['Jorunn', 'Du er invitert til neste møte. Takk for at du sa fra.']],
        state: 'answered',
      },
    ],
  },
}
