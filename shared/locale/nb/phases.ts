import { plural } from '../plural.ts'
import { reading } from './reading.ts'

export const phases = {
  ...reading.phases,
  boardHelp: 'Piltastene flytter deg mellom kortene. Enter åpner, M flytter, N gir nytt kort, Delete sletter.',
  loading: 'Henter forbedringsarbeidet …',
  switchGoal: 'Bytt mål',
  strip: 'Gå til en fase',
  print: 'Skriv ut',
  readOnly: 'Du kan lese alt her. Det er teamet som skriver.',

  doneOf: (done: number, of: number) => `${done} av ${of}`,
  phaseLine: (phase: string, state: string, done: number, of: number) =>
    `${phase}: ${state}, ${done} av ${of} trinn gjort`,
  stepLine: (step: string, state: string) => `${step}: ${state}`,
  chooseState: (step: string) => `Hvor langt har dere kommet med «${step}»?`,
  stepSaid: (step: string, state: string) => `${step} er nå: ${state}.`,
  steps: (phase: string) => `Trinnene i ${phase}`,
  cards: (phase: string) => `Kortene i ${phase}`,

  add: 'Nytt kort',
  addLabel: 'Hva vil dere huske eller gjøre?',
  addHint: 'For eksempel «Møte på Teams før hjemreise, fire pasienter i uka»',
  addPhase: 'I hvilken fase?',
  addButton: 'Legg til',
  addDone: 'Ferdig',
  added: (text: string, phase: string) => `«${text}» ligger i ${phase}.`,
  emptyText: 'Skriv noen ord først.',
  tooLong: (length: number, max: number) => `Det er litt for langt: ${length} tegn. Det er plass til ${max}.`,
  goalGoneUnsent: 'Målet er slettet, så kortet fikk ingen plass. Det du skrev, står fortsatt her.',
  noCards: 'Ingen kort her ennå.',
  card: (text: string, phase: string, owner: string | null, due: string | null) =>
    [text, phase, ...(owner === null ? [] : [owner]), ...(due === null ? [] : [`innen ${due}`])].join(', '),
  by: (date: string) => `innen ${date}`,

  move: 'Flytt til …',
  moveCard: (text: string) => `Flytt «${text}»`,
  moveUp: 'Opp',
  moveDown: 'Ned',
  moveUpNamed: (text: string) => `Flytt «${text}» opp`,
  moveDownNamed: (text: string) => `Flytt «${text}» ned`,
  moved: (text: string, phase: string, place: number, of: number) =>
    `«${text}» ligger nå i ${phase}, nummer ${place} av ${of}.`,
  drag: {
    help: 'Dra kortet dit det skal ligge. Med tastatur: trykk M.',
    picked: (text: string) => `Du har tatt opp «${text}».`,
    over: (text: string, phase: string) => `«${text}» er over ${phase}.`,
    nowhere: (text: string) => `«${text}» er ikke over noe sted det kan ligge.`,
    dropped: (text: string, phase: string) => `«${text}» er lagt i ${phase}.`,
    cancelled: (text: string) => `«${text}» ble liggende der det var.`,
  },

  remove: 'Slett',
  removeNamed: (text: string) => `Slett «${text}»`,
  removed: (text: string) => `«${text}» er slettet.`,
  takeBack: 'Ta tilbake',
  takeBackNamed: (text: string) => `Ta tilbake «${text}»`,
  takenBack: (text: string) => `«${text}» er tilbake.`,
  deleted: 'Slettede kort',
  deletedHint: 'Slettede kort kan tas tilbake i 30 dager.',
  deletedDaysLeft: (days: number) => plural(days, 'Én dag igjen', `${days} dager igjen`),

  panel: 'Åpent kort',
  closePanel: 'Lukk kortet',
  text: 'Kortet',
  phaseField: 'Fase',
  owner: 'Hvem har det?',
  due: 'Innen når?',
  backToBoard: 'Til tavlen',
  backToList: 'Til listen',
  goneHere: 'Noen andre slettet dette kortet mens du hadde det åpent.',
  goneHereKept: 'Det du skrev, er tatt vare på.',
  goneBySelf: 'Kortet er slettet.',
  gone: 'Dette kortet finnes ikke lenger.',

  goalDeleted: (title: string) => `Målet «${title}» er slettet, og forbedringsarbeidet følger med det.`,
  goalGone: 'Dette målet finnes ikke lenger.',
  goalMoved: (title: string, state: string) =>
    `«${title}» er ikke lenger blant de valgte målene. Nå ligger det under «${state}». Det dere har gjort, står her fortsatt.`,
  toTeamBoard: 'Til teamets egen tavle',
  takeGoalBack: 'Ta målet tilbake',
}
