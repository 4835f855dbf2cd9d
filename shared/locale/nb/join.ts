import { plural } from '../plural.ts'

export const join = {
  title: 'Bli med på samlingen',
  from: 'Fra «Hva er i veien med deg?» til',
  to: 'Hva er viktig for deg?',
  codeHelp: 'Skriv koden som står på bordkortet.',
  code: 'Kode, åtte tegn',
  codeEmpty: 'Skriv koden som står på bordkortet deres, for eksempel K7M4-RT9W.',
  codeShort: (missing: number) => `Det mangler ${missing} tegn. Koden har åtte.`,
  continue: 'Fortsett',
  facilitator: 'Jeg er veileder',
  facilitatorHelp:
    'Veiledere kommer inn med sin egen lenke. Den første lenken står i vinduet der Samtavle ble startet. Resten får lenken sin fra en veileder som allerede er inne.',
  qrHelp: 'Står det en QR-kode på bordkortet? Pek kameraet på telefonen mot den.',
  safe: 'Ingen konto, ingen passord. Skriv aldri navn eller fødselsnummer på ekte pasienter.',
  privacy: 'Slik tar vi vare på personvernet',
  lookingUp: 'Finner plassen din …',

  welcome: 'Velkommen inn',
  welcomeFacilitator: 'Velkommen, veileder',
  firstFacilitatorHelp: 'Du er den første her. Si hva du vil bli kalt, så kan du lage nettverket og samlingen.',
  facilitatorWelcomeHelp: 'Du kommer inn som veileder og kan styre samlingen.',
  commenterWelcomeHelp: 'Du kan følge tavlene og lese alt teamene skriver der.',
  teams: (count: number) => `${count} forbedringsteam`,
  days: (count: number) => `${count} ${plural(count, 'dag', 'dager')}`,
  yourTeam: 'Teamet ditt',
  name: 'Hva vil du bli kalt?',
  nameHint: 'Fornavnet holder.',
  nameEmpty: 'Skriv et navn, så de andre ser hvem som er her.',
  join: 'Bli med',
  joining: 'Slipper deg inn …',
  oneOfThese: 'Er du en av disse?',
  oneOfTheseHelp: 'Har du vært her på en annen telefon eller maskin, kan du trykke på navnet ditt.',
  isItYou: (name: string) => `Er du ${name}?`,
  isItYouHelp: (name: string) => `Det er alt en som heter ${name} i teamet.`,
  yesItIsMe: 'Ja, det er meg',
  noAnother: 'Nei, jeg er en annen',
  otherCode: 'Feil team? Skriv en annen kode',
  alreadyIn: (name: string) => `Du er alt inne her som ${name}.`,
  alreadyInHelp: 'Blir du med nå, går du ut derfra på denne enheten.',
  openAsFacilitator: 'Åpne tavlen som veileder',
  carryOn: (name: string) => `Fortsett som ${name}`,
  joinHereInstead: 'Bli med som deltaker her',
  pairing: 'Kobler til lerretet …',

  privacyPage: {
    title: 'Slik tar vi vare på personvernet',
    back: 'Tilbake',
    sections: [
      {
        heading: 'Det vi lagrer om deg',
        text: [
          'Navnet du vil bli kalt, språket du har valgt, og hvilket team du er med i. Vi spør ikke om e-post, telefon, adresse, fødselsdato eller fødselsnummer.',
          'Det dere skriver på tavlene, når det ble endret og av hvem. Svarer du på om du er enig i et mål, lagrer vi svaret ditt. De andre ser hvor mange som er enige, og hvem som ikke har svart. De ser ikke hvem som har svart «ikke ennå».',
        ],
      },
      {
        heading: 'Det som ligger på telefonen eller maskinen din',
        text: [
          'En informasjonskapsel som kjenner deg igjen, så du slipper å skrive navnet på nytt. Valgene dine for språk og skriftstørrelse, og koden til teamet. En kopi av tavlene deres, så ingenting blir borte når nettet faller ut.',
          'Bruker du en maskin som andre også bruker? Velg «Ikke deg? Bytt person» når du er ferdig.',
        ],
      },
      {
        heading: 'Hvem som ser det',
        text: [
          'Teamet ditt og veilederne ser tavlen deres. Noen kan få en lenke fra veilederne for å lese den. Det veilederne viser på lerretet, ser alle i salen.',
          'Siden henter ingenting fra andre selskaper og sender ingenting til dem. Her er ingen reklame, ingen sporing og ingen statistikk om deg.',
        ],
      },
      {
        heading: 'Dette skal aldri stå på en tavle',
        text: [
          'Navn, fødselsnummer eller annet som gjør at en pasient, bruker eller pårørende kan kjennes igjen. Bruk et dekknavn. Ser noe ut som et fødselsnummer, sier vi fra der du skriver.',
        ],
      },
      {
        heading: 'Hvor lenge',
        text: [
          'Alt ligger på maskinen som arrangøren bruker til Samtavle. De som har ansvaret for nettverket, bestemmer hvor lenge det skal ligge der, og sletter det. Spør en veileder om du vil rette eller fjerne noe om deg.',
        ],
      },
    ],
  },
}
