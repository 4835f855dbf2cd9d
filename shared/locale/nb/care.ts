import { plural } from '../plural.ts'
import { and } from './and.ts'

/** The facilitators' pages for when something has gone wrong: versions, who changed what, removing, the machine. */
export const care = {
  back: 'Til styringen',
  title: (team: string) => `Tavlene til ${team}`,
  lead: 'Slik de var før, hvem som har endret dem, og det som ikke skal stå der.',
  goneTitle: 'Teamet er ikke her',
  goneTeam:
    'Det er fjernet, eller det hører til et annet nettverk. Er det fjernet, kan dere ta det tilbake i styringen.',
  parts: 'Om tavlene til teamet',
  slow: 'Nettet er tregt. Vi venter fortsatt på svar.',
  asksAgain: 'Vi spør igjen om litt.',
  isOld: 'Det som står her, kan være litt gammelt.',
  time: (hours: number, minutes: number) => `${hours}.${String(minutes).padStart(2, '0')}`,
  today: 'i dag',
  yesterday: 'i går',
  at: (day: string, time: string) => `${day} kl. ${time}`,

  versions: {
    heading: 'Versjoner',
    lead: 'Samtavle tar vare på tavlene hvert tiende minutt mens noen endrer dem. Dere kan også ta vare på dem akkurat nå, under et navn.',
    none: 'Ingen versjoner ennå. Den første kommer av seg selv når noen har skrevet på tavlene en stund.',
    name: 'Hva skal versjonen hete?',
    nameHint: 'For eksempel «Etter dag 1»',
    save: 'Ta vare på nå',
    saving: 'Tar vare på …',
    full: 'Dere har allerede så mange versjoner med navn som det er plass til.',
    noAnswer: 'Vi fikk ikke svar, og vet ikke om det gikk. Se i listen når dere er på nett igjen.',
    gone: 'Den versjonen finnes ikke lenger. Noen har fjernet noe for godt fra tavlene, og da blir versjonene borte.',
    saved: (name: string) => `«${name}» er tatt vare på.`,
    list: 'Alle versjonene, nyeste først',
    kinds: {
      auto: 'Tatt vare på automatisk',
      named: 'Versjon',
      beforeRestore: 'Før en gjenoppretting',
      beforeDelete: 'Før teamet ble fjernet',
    },
    by: (name: string) => `av ${name}`,
    more: 'Vis eldre',
    look: 'Se',
    looking: 'Henter …',
    lookAt: (when: string) => `Se tavlene slik de var ${when}`,
    hide: 'Lukk',
    hideIt: (when: string) => `Lukk tavlene slik de var ${when}`,
    asItWas: (when: string) => `Slik var tavlene ${when}`,
    empty: 'Det sto ingenting på tavlene.',
    restore: 'Gjenopprett',
    restoreTo: (when: string) => `Gjenopprett tavlene slik de var ${when}`,
    askRestore: (when: string) => `Vil dere ha tavlene tilbake slik de var ${when}?`,
    confirm: 'Ja, gjenopprett',
    restoring: 'Gjenoppretter …',
    restoreLead:
      'Tavlene blir som de var da, for alle og med en gang. Det som er laget siden, legges blant det slettede og kan tas tilbake i 30 dager. Slik tavlene er nå, blir tatt vare på først.',
    restored: (when: string) =>
      `Tavlene er som de var ${when}. Slik de var rett før, ligger i listen hvis dere angrer.`,
  },

  history: {
    heading: 'Historikk',
    lead: 'Hvem som har endret tavlene, og når. Ikke hva. Bare veiledere ser dette.',
    who: 'Hvem',
    everyone: 'Alle',
    when: 'Når',
    periods: {
      today: 'I dag',
      yesterday: 'I går',
      week: 'Siste sju dager',
      month: 'Siste 30 dager',
      all: 'Fra starten',
    },
    none: 'Ingen endringer her.',
    list: 'Endringene, nyeste først',
    changes: (count: number) => plural(count, 'én endring', `${count} endringer`),
    server: 'Samtavle selv, eller noen vi ikke kjenner lenger',
    more: 'Vis eldre',
  },

  purge: {
    heading: 'Fjern for godt',
    lead: 'For navn, fødselsnummer og annet som aldri skulle stått på tavlen. Det blir borte fra tavlene, kommentarene, versjonene og filene på maskinen, og ingen kan hente det tilbake. Der det sto, står «…».',
    text: 'Hva skal bort?',
    textHint: 'Et navn eller et nummer. Store og små bokstaver og mellomrom spiller ingen rolle.',
    find: 'Finn det først',
    finding: 'Leter …',
    stands: (places: number, comments: number) =>
      `Det står ${and([
        ...(places > 0 ? [plural(places, 'ett sted på tavlene', `${places} steder på tavlene`)] : []),
        ...(comments > 0 ? [plural(comments, 'i én kommentar', `i ${comments} kommentarer`)] : []),
      ])}.`,
    nowhere:
      'Det står ikke på tavlene nå. Har det stått der før, ligger det i historien og versjonene til dere fjerner det.',
    list: 'Her står det',
    kinds: { goal: 'Mål', action: 'Tiltak', card: 'Kort', map: 'Kart', actor: 'Aktør', sector: 'Sektor' },
    deleted: 'slettet',
    elsewhere: 'Det står også hos disse. Der må det fjernes for seg:',
    elsewhereAt: (team: string) => `Fjern for godt hos ${team}`,
    remove: 'Fjern teksten for godt',
    removeThing: 'Fjern hele',
    removeThingOf: (kind: string, title: string) => `Fjern hele: ${kind} «${title}»`,
    askText: (text: string) => `Fjerne «${text}» for godt?`,
    askThing: (title: string) => `Fjerne «${title}» for godt, med alt som hører til?`,
    means: [
      'Dette kan ikke angres.',
      'Alle versjonene av tavlene til teamet blir borte.',
      'Alle som har tavlene åpne, får de nye med en gang. Den som er uten nett og har skrevet noe som ikke er sendt, får se det og kan kopiere det.',
    ],
    confirm: 'Ja, fjern for godt',
    removing: 'Fjerner …',
    gone: 'Det er ikke på tavlene lenger. Finn teksten på nytt, så ser dere om noe er igjen.',
    noAnswer: 'Vi fikk ikke svar, og vet ikke om det gikk. Finn teksten på nytt når dere er på nett igjen.',
    done: 'Det er fjernet.',
    replaced: (places: number, comments: number) =>
      `Borte ${and([
        ...(places > 0 ? [plural(places, 'fra ett sted på tavlene', `fra ${places} steder på tavlene`)] : []),
        ...(comments > 0 ? [plural(comments, 'fra én kommentar', `fra ${comments} kommentarer`)] : []),
        'fra alt som var tatt vare på',
      ])}.`,
    backups: 'Disse sikkerhetskopiene kan ha det ennå. Slett dem, også der de er kopiert til:',
    backup: (file: string, when: string) => `${file}, tatt ${when}`,
    noBackups: 'Ingen sikkerhetskopi vi vet om, har det.',
    notClean:
      'Et spor kan ligge igjen i filene så lenge et annet program bruker dem, for eksempel en sikkerhetskopi som tas nå. Samtavle rydder det bort av seg selv.',
    others: 'Har noen skrevet det ut eller tatt bilde, må dere ta det med dem.',
  },

  technical: {
    heading: 'Teknisk',
    lead: 'Slik har maskinen, nettet og lagringen det akkurat nå.',
    seen: (time: string) => `Sist sjekket kl. ${time}.`,
    silent: {
      heading: 'Samtavle svarer ikke',
      todo: 'Se først om du er på nett. Svarer ikke Samtavle hos de andre heller: se om maskinen som Samtavle går på, er slått på, og start Samtavle igjen der. Det folk skriver imens, ligger trygt på enhetene deres. Vi spør igjen av oss selv.',
      before: (time: string) => `Slik det var kl. ${time}`,
    },
    summary: {
      parts: { net: 'nettet', disk: 'lagringen', backup: 'sikkerhetskopien', errors: 'feilene den siste timen' },
      well: 'Alt er bra.',
      look: (parts: readonly string[]) => `Se på dette: ${and(parts)}.`,
      wrong: (parts: readonly string[]) => `Gjør noe med dette nå: ${and(parts)}.`,
      silent: 'Vi får ikke svar fra Samtavle.',
    },
    levels: { well: 'Bra', look: 'Se på dette', wrong: 'Gjør noe nå' },
    doThis: 'Gjør dette:',
    net: {
      heading: 'Nettet',
      states: {
        well: 'Nettet er bra.',
        someLost: 'Noen har mistet nettet de siste ti minuttene.',
        manyLost: 'Mange har mistet nettet de siste ti minuttene.',
        unreachable: 'Bare denne maskinen når Samtavle.',
      },
      todo: {
        someLost:
          'Sitter de samlet, er det kanskje langt til nettpunktet. Det de skriver, blir liggende hos dem og sendes når nettet er tilbake.',
        manyLost:
          'Er det pause, har folk lukket maskinene sine, og alt er som det skal. Ellers: se om nettpunktet har strøm. Ingenting er mistet. Det folk skriver, ligger på deres egen enhet til nettet er tilbake.',
        unreachable: 'Koble maskinen til samme nett som deltakerne, stopp Samtavle og start igjen.',
      },
      lost: (people: number) => `Mistet nettet siste ti minutter: ${people}`,
      address: (address: string) => `Adressen de andre bruker: ${address}`,
    },
    people: {
      heading: 'Folk',
      online: (people: number) => (people === 0 ? 'Ingen på nett nå' : `${people} på nett nå`),
      facilitators: (count: number) => `Veiledere: ${count}`,
      editors: (count: number) => `I teamene: ${count}`,
      commenters: (count: number) => `Følger og kommenterer: ${count}`,
      displays: (count: number) => `Lerret: ${count}`,
    },
    disk: {
      heading: 'Lagring',
      states: {
        well: 'Alt blir lagret.',
        low: 'Det er lite plass igjen på disken.',
        damaged: 'Noe på en tavle kunne ikke leses.',
        full: 'Disken er full. Tavlene kan bare leses.',
        notWritable: 'Vi får ikke lagret.',
      },
      todo: {
        low: 'Slett noe annet på maskinen, eller flytt det til en minnepinne. La mappen til Samtavle være.',
        damaged:
          'Alt annet virker. Kjør «npm run verify» på maskinen. Da får dere vite hvilken tavle det gjelder. En eldre versjon eller en sikkerhetskopi kan ha det som mangler.',
        full: 'Lag plass med en gang: slett noe annet på maskinen, eller flytt det til en minnepinne. Når det er plass, kan alle skrive igjen. Dere trenger ikke starte noe på nytt.',
        notWritable:
          'Det folk skriver, ligger trygt på enhetene deres. Er det tatt ut en disk eller en minnepinne, sett den i igjen. Hjelper det ikke: start maskinen på nytt, og så Samtavle.',
      },
      lastSaved: (time: string) => `Lagret sist ${time}`,
      nothingSaved: 'Ingenting lagret siden start',
      free: (size: string) => `Ledig plass: ${size}`,
      used: (size: string) => `Samtavle bruker: ${size}`,
    },
    backup: {
      heading: 'Sikkerhetskopi',
      states: {
        fresh: 'Sikkerhetskopien er fersk.',
        old: 'Det er over et døgn siden siste sikkerhetskopi.',
        veryOld: 'Det er over en uke siden siste sikkerhetskopi.',
        none: 'Det er ikke tatt noen sikkerhetskopi ennå.',
      },
      todo: 'Sett inn en minnepinne i maskinen som Samtavle går på, og kjør dette i mappen til Samtavle. Bytt ut det som står foran «samtavle», med stedet der minnepinnen ligger. Alle kan skrive imens.',
      command: (date: string) => `npm run backup -- /media/minnepinne/samtavle-${date}`,
      last: (when: string, file: string) => `Sist tatt ${when}: ${file}`,
    },
    errors: {
      heading: 'Feil den siste timen',
      states: {
        none: 'Ingen feil å bry seg om.',
        some: 'Noen har fått beskjed om at noe ikke gikk.',
        ours: 'Noe gikk galt hos Samtavle.',
      },
      todo: {
        some: 'Spør om noen trenger hjelp. Dette er det de har fått se.',
        ours: 'Virker alt nå, trenger dere ikke gjøre noe. Kommer det igjen: ta en sikkerhetskopi, stopp Samtavle og start igjen.',
      },
      times: (count: number, time: string) =>
        plural(count, `én gang, kl. ${time}`, `${count} ganger, sist kl. ${time}`),
      all: 'Alt som er avvist',
    },
    started: (when: string) => `Samtavle har gått siden ${when}.`,
  },
}
