import type { help as nbHelp } from '../nb/help.ts'

export const help: typeof nbHelp = {
  title: 'Hjelp',
  back: 'Tilbake',
  privacy: 'Slik tek vi vare på personvernet',
  sections: [
    {
      heading: 'Bli med',
      text: [
        'Skann QR-koden på bordkortet, eller skriv koden på åtte teikn. Skriv kva du vil bli kalla. Det er alt, ingen konto og ikkje noko passord.',
        'Byter du telefon eller maskin? Bruk same kort, og trykk på namnet ditt. Har du fått ei eiga lenkje, opnar du ho på nytt.',
        'Deler de ei maskin? Opne menyen øvst til høgre og vel «Ikkje deg? Byt person».',
      ],
    },
    {
      heading: 'Lagring',
      text: [
        'Alt blir lagra medan de skriv. «Lagra» øvst tyder at det er trygt hos serveren. Det finst ingen lagreknapp.',
        'Utan nett kan de halde fram. Då står det kor mange endringar som ventar. Dei ligg på eininga og blir sende av seg sjølv når nettet er tilbake, òg om sida blir lasta på nytt.',
        'Angra du deg? Trykk på «Angre», eller Ctrl+Z. Det tek berre tilbake det du sjølv har gjort. Sletta mål, kort og aktørar kan takast tilbake i 30 dagar.',
      ],
    },
    {
      heading: 'Tavlene',
      text: [
        'Aktørkartet viser kven som er rundt personen eller kommunen, kor viktige dei er, korleis relasjonen er, og om dei er med.',
        'Måltavla samlar måla. Opne eit mål og svar på dei seks SMARTE-spørsmåla. De treng ikkje svare på alt med ein gong.',
        'Forbetring viser fem fasar. De kan vere i fleire fasar samtidig, og gå tilbake når de vil.',
        'Alle tavlene kan òg visast som liste. Der kan de gjere det same.',
      ],
    },
    {
      heading: 'Kommentarar',
      text: [
        'Alle som kan lese ei tavle, kan kommentere mål, aktørar og kort. «Ny» viser det du ikkje har sett.',
        'Vel «Utan namn» om du ikkje vil vise kven du er. I ei lita gruppe kan nokon likevel gjette det.',
        'Du kan ta tilbake det du har skrive. Teamet kan merke ein kommentar som avklart. Skriv du utan nett, ventar kommentaren på eininga og blir send éin gong når nettet er tilbake.',
      ],
    },
    {
      heading: 'For deg som er brukarrepresentant',
      text: [
        'Sit du i eit team, kan du skrive på tavlene akkurat som dei andre.',
        'Har du fått ei lenkje heim, ser du teama du følgjer. Trykk på eit team for å lese tavlene som tekst. «Følg salen» viser det som er på lerretet.',
        'Trykk på snakkebobla ved ein aktør, eit mål eller eit kort for å lese og skrive kommentarar. Teamet ser det du skriv med ein gong.',
      ],
    },
    {
      heading: 'For rettleiarar',
      text: [
        'I «Styring» lagar du samlinga og teama, skriv ut korta og lagar lenkjer. Du vel òg kva som er på lerretet.',
        'Du kan opne og skrive på alle tavlene, svare på kommentarar, gøyme dei og vise dei igjen. Den som skreiv utan namn, er utan namn for deg òg.',
        'Når tavlene kviler, kan teama lese, kommentere og seie om dei er einige i eit mål. Det dei skriv på tavlene imens, ventar på eininga deira til du opnar igjen.',
        'Gjekk noko gale på ei tavle? Klokka ved teamet viser eldre versjonar, kven som har endra tavlene, og «Fjern for godt». «Teknisk» seier korleis det står til med nettet, lagringa og tryggingskopien.',
      ],
    },
    {
      heading: 'Tastaturet',
      text: [
        'Tab går inn på tavla, og piltastane går mellom korta. Enter opnar, Escape lukkar.',
        'M flyttar, N gir nytt mål, nytt kort eller ny aktør, Delete slettar. Ctrl+Enter sender ein kommentar.',
        'På aktørkartet flyttar Skift og ein piltast aktøren. 1 til 5 set relasjonen, og K koplar til ein annan.',
      ],
    },
    {
      heading: 'Større skrift og språk',
      text: [
        'Opne menyen øvst til høgre. Der vel du større skrift og bokmål, nynorsk eller engelsk. Valet gjeld berre deg. Du kan òg forstørre sida i nettlesaren.',
      ],
    },
  ],
}
