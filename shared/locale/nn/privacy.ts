import type { privacy as nbPrivacy } from '../nb/privacy.ts'

export const privacy: typeof nbPrivacy = {
  title: 'Slik tek vi vare på personvernet',
  back: 'Tilbake',
  sections: [
    {
      heading: 'Det vi lagrar om deg',
      text: [
        'Namnet du vil bli kalla, språket du har valt, og kva team du er med i. Vi spør ikkje om e-post, telefon, adresse, fødselsdato eller fødselsnummer.',
        'Det de skriv på tavlene, når det vart endra og av kven. Svarar du på om du er einig i eit mål, lagrar vi svaret ditt. Dei andre ser kor mange som er einige, og kven som ikkje har svart. Dei ser ikkje kven som har svart «ikkje enno».',
        'Kommentarane dine: orda, kva dei gjeld, og når du skreiv dei. Vel du «Utan namn», ser ingen andre namnet eller rolla di, berre kva dag det var. Serveren lagrar likevel kven som skreiv, så du kan ta kommentaren tilbake, og så ingen kan ta tilbake andre sine. Tek du han tilbake, blir orda borte for alle.',
      ],
    },
    {
      heading: 'Det som ligg på telefonen eller maskina di',
      text: [
        'Ein informasjonskapsel som kjenner deg att, så du slepp å skrive namnet på nytt. Vala dine for språk og skriftstorleik, og koden til teamet. Ein kopi av tavlene dykkar, så ingenting blir borte når nettet fell ut.',
        'Bruker du ei maskin som andre òg bruker? Vel «Ikkje deg? Byt person» når du er ferdig.',
        'Kommentarar som ventar på nett, ligg på eininga til dei er sende, og blir berre sende som deg. Eininga hugsar òg kva kommentarar du har sett.',
      ],
    },
    {
      heading: 'Kven som ser det',
      text: [
        'Teamet ditt og rettleiarane ser tavla dykkar. Nokon kan få ei lenkje frå rettleiarane for å lese ho. Det rettleiarane viser på lerretet, ser alle i salen.',
        'Kommentarar blir lesne av teamet, rettleiarane og dei som har fått lenkje til teamet. Dei blir ikkje viste på lerretet. Ein rettleiar kan gøyme ein kommentar; då kan berre rettleiarane lese han. I ei lita gruppe kan nokon gjette kven som skreiv utan namn.',
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
}
