/**
 * What the goals come to when somebody who knows the field merges those that mean the same: the goal table of
 * the first networks (Notat om kvalitetsutvikling nr. 3, FHI 2016), with its counts of municipalities. The
 * table's tenth row has no count of its own and is not here. `row` is the row's number in the table.
 */
export type MergedRow = { row: number; label: string; municipalities: number; goals: readonly string[] }

/** Each row of the table with the sample goals, by key, that belong to it. Every goal belongs to exactly one. */
export const answerKey: readonly MergedRow[] = [
  {
    row: 1,
    label:
      'Bedre kommunikasjon og samhandling mellom 1. og 2. linjetjenesten og innad i kommunene – blant annet mellom psykisk helse og rus.',
    municipalities: 9,
    goals: ['2.1', '2.2', '4.1', '7.1', '10.1', '13.1', '16.1', '24.1'],
  },
  {
    row: 2,
    label: 'Felles behandlingslinje for flere kommuner.',
    municipalities: 9,
    goals: ['1.1', '9.1', '12.1', '12.2', '17.1', '17.2', '24.2'],
  },
  {
    row: 3,
    label:
      'Samle informasjon om hva som finnes av tilbud/tjenester i kommunen. Legge informasjonen ut på nettet eller lage brosjyre.',
    municipalities: 8,
    goals: ['3.1', '7.5', '14.1', '15.1', '19.1', '21.1', '21.2'],
  },
  {
    row: 4,
    label: 'Avklare målsetting med hver enkelt bruker. Spørre: Hva er viktig for deg?',
    municipalities: 8,
    goals: ['5.1', '7.2', '12.3', '12.4', '18.1', '20.1', '20.2'],
  },
  {
    row: 5,
    label: 'Bedre arbeidet med individuell plan og se på innholdet i koordinatorrollen.',
    municipalities: 7,
    goals: ['2.3', '8.1', '9.2', '9.3', '22.1', '23.1'],
  },
  {
    row: 6,
    label: 'Åpne nytt lavterskel-/aktivitetstilbud.',
    municipalities: 7,
    goals: ['1.2', '6.1', '7.4', '14.2', '21.3', '21.4', '21.5'],
  },
  {
    row: 7,
    label:
      'Personer med rusavhengighet og/eller alvorlige psykiske lidelser opplever kommunen som tilgjengelig, tydelig og tverrfaglig når det gjelder tilbud.',
    municipalities: 6,
    goals: ['3.2', '4.2', '13.2', '19.2'],
  },
  {
    row: 8,
    label:
      'Gjennomføre en spørreundersøkelse blant alle brukerne. Den skal danne grunnlag for målformuleringer og resten av arbeidet i forbedringsteamet. Hva har vi som er bra og som vi kan bygge videre på?',
    municipalities: 5,
    goals: ['6.2', '10.2', '15.2', '20.3'],
  },
  {
    row: 9,
    label: 'Velge ut og ta i bruk et måleverktøy for å finne ut om brukerne opplever tjenestene som nyttige.',
    municipalities: 4,
    goals: ['9.4', '16.2', '18.2', '24.3'],
  },
  {
    row: 11,
    label: 'Tre kommuner ønsker å ha felles mål og diskuterer fortsatt dette.',
    municipalities: 3,
    goals: ['17.3'],
  },
  {
    row: 12,
    label: 'Brukerne skal ha full råderett over tiltak.',
    municipalities: 3,
    goals: ['2.4', '5.2'],
  },
  {
    row: 13,
    label: 'Bli bedre på brukermedvirkning.',
    municipalities: 2,
    goals: ['8.2', '11.1'],
  },
  {
    row: 14,
    label: 'Bedre pasientforløpene i samarbeid med brukermiljøene.',
    municipalities: 2,
    goals: ['21.6'],
  },
  {
    row: 15,
    label: 'Lage en lederforankret utviklingsplan for de neste fire årene.',
    municipalities: 2,
    goals: ['14.3'],
  },
  {
    row: 16,
    label: 'NAV inviteres inn i forbedringsarbeidet.',
    municipalities: 2,
    goals: ['3.3', '7.3'],
  },
  {
    row: 17,
    label: 'Bli bedre på pårørendearbeid.',
    municipalities: 2,
    goals: ['11.2', '22.2'],
  },
  {
    row: 18,
    label: 'Satse mer på grupper enn på individuelle tiltak.',
    municipalities: 1,
    goals: ['5.3'],
  },
  {
    row: 19,
    label: 'Brukerne får informasjon om de rettighetene som de har.',
    municipalities: 1,
    goals: ['15.3'],
  },
  {
    row: 20,
    label: 'Implementere verktøy for å øke kvaliteten på samtale med brukerne.',
    municipalities: 1,
    goals: ['18.3'],
  },
  {
    row: 21,
    label: 'Videreutvikle rusteamet: Lage retningslinjer for arbeidet.',
    municipalities: 1,
    goals: ['13.3'],
  },
  {
    row: 22,
    label: 'Implementere recoverytenkning.',
    municipalities: 1,
    goals: ['16.3'],
  },
  {
    row: 23,
    label: 'Etablere samhandlingsarena mellom rus og psykisk helsetjeneste.',
    municipalities: 1,
    goals: ['10.3'],
  },
  {
    row: 24,
    label: 'Lage Smarte mål i en workshop.',
    municipalities: 1,
    goals: ['1.3'],
  },
  {
    row: 25,
    label: 'Få opp interessen for å etablere lokale brukerorganisasjoner i kommunen.',
    municipalities: 1,
    goals: ['6.3'],
  },
  {
    row: 26,
    label: 'Økt fysisk aktivitet.',
    municipalities: 1,
    goals: ['19.3'],
  },
  {
    row: 27,
    label: 'Alle brukere skal få tilbud hos time med psykiater/psykolog.',
    municipalities: 1,
    goals: ['8.3'],
  },
  {
    row: 28,
    label: 'Invitere inn frivillige organisasjoner til å bidra.',
    municipalities: 1,
    goals: ['22.3'],
  },
]
