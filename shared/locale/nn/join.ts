import type { join as nb } from '../nb/join.ts'
import { plural } from '../plural.ts'

export const join: typeof nb = {
  title: 'Bli med på samlinga',
  from: 'Frå «Kva er i vegen med deg?» til',
  to: 'Kva er viktig for deg?',
  codeHelp: 'Skriv koden som står på bordkortet.',
  code: 'Kode, åtte teikn',
  codeEmpty: 'Skriv koden som står på bordkortet dykkar, til dømes K7M4-RT9W.',
  codeShort: (missing) => `Det manglar ${missing} teikn. Koden har åtte.`,
  continue: 'Hald fram',
  facilitator: 'Eg er rettleiar',
  facilitatorHelp:
    'Rettleiarar kjem inn med si eiga lenkje. Den første lenkja står i vindauget der Samtavle vart starta. Resten får lenkja si frå ein rettleiar som alt er inne.',
  qrHelp: 'Står det ein QR-kode på bordkortet? Peik kameraet på telefonen mot han.',
  safe: 'Ingen konto, ingen passord. Skriv aldri namn eller fødselsnummer på ekte pasientar.',
  privacy: 'Slik tek vi vare på personvernet',
  lookingUp: 'Finn plassen din …',

  welcome: 'Velkomen inn',
  welcomeFacilitator: 'Velkomen, rettleiar',
  firstFacilitatorHelp: 'Du er den første her. Sei kva du vil bli kalla, så kan du lage nettverket og samlinga.',
  facilitatorWelcomeHelp: 'Du kjem inn som rettleiar og kan styre samlinga.',
  commenterWelcomeHelp: 'Du kan følgje tavlene og lese alt teama skriv der.',
  teams: (count) => `${count} forbetringsteam`,
  days: (count) => `${count} ${plural(count, 'dag', 'dagar')}`,
  yourTeam: 'Teamet ditt',
  name: 'Kva vil du bli kalla?',
  nameHint: 'Førenamnet held.',
  nameEmpty: 'Skriv eit namn, så dei andre ser kven som er her.',
  join: 'Bli med',
  joining: 'Slepp deg inn …',
  oneOfThese: 'Er du ein av desse?',
  oneOfTheseHelp: 'Har du vore her på ein annan telefon eller ei anna maskin, kan du trykkje på namnet ditt.',
  isItYou: (name) => `Er du ${name}?`,
  isItYouHelp: (name) => `Det er alt ein som heiter ${name} i teamet.`,
  yesItIsMe: 'Ja, det er meg',
  noAnother: 'Nei, eg er ein annan',
  otherCode: 'Feil team? Skriv ein annan kode',
  alreadyIn: (name) => `Du er alt inne her som ${name}.`,
  alreadyInHelp: 'Blir du med no, går du ut derifrå på denne eininga.',
  openAsFacilitator: 'Opne tavla som rettleiar',
  carryOn: (name) => `Hald fram som ${name}`,
  joinHereInstead: 'Bli med som deltakar her',
  pairing: 'Koplar til lerretet …',

  privacyPage: {
    title: 'Slik tek vi vare på personvernet',
    back: 'Tilbake',
    sections: [
      {
        heading: 'Det vi lagrar om deg',
        text: [
          'Namnet du vil bli kalla, språket du har valt, og kva team du er med i. Vi spør ikkje om e-post, telefon, adresse, fødselsdato eller fødselsnummer.',
          'Det de skriv på tavlene, når det vart endra og av kven. Svarar du på om du er einig i eit mål, lagrar vi svaret ditt. Dei andre ser kor mange som er einige, og kven som ikkje har svara. Dei ser ikkje kven som har svara «ikkje enno».',
        ],
      },
      {
        heading: 'Det som ligg på telefonen eller maskina di',
        text: [
          'Ein informasjonskapsel som kjenner deg att, så du slepp å skrive namnet på nytt. Vala dine for språk og skriftstorleik, og koden til teamet. Ein kopi av tavlene dykkar, så ingenting blir borte når nettet fell ut.',
          'Bruker du ei maskin som andre òg bruker? Vel «Ikkje deg? Byt person» når du er ferdig.',
        ],
      },
      {
        heading: 'Kven som ser det',
        text: [
          'Teamet ditt og rettleiarane ser tavla dykkar. Nokon kan få ei lenkje frå rettleiarane for å lese ho. Det rettleiarane viser på lerretet, ser alle i salen.',
          'Sida hentar ingenting frå andre selskap og sender ingenting til dei. Her er inga reklame, inga sporing og ingen statistikk om deg.',
        ],
      },
      {
        heading: 'Dette skal aldri stå på ei tavle',
        text: [
          'Namn, fødselsnummer eller anna som gjer at ein pasient, brukar eller pårørande kan kjennast att. Bruk eit dekknamn. Ser noko ut som eit fødselsnummer, seier vi frå der du skriv.',
        ],
      },
      {
        heading: 'Kor lenge',
        text: [
          'Alt ligg på maskina som arrangøren bruker til Samtavle. Dei som har ansvaret for nettverket, bestemmer kor lenge det skal liggje der, og slettar det. Spør ein rettleiar om du vil rette eller fjerne noko om deg.',
        ],
      },
    ],
  },
}
