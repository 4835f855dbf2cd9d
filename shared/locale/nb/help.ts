/** The help page. Fetched with it alone. */
export const help = {
  title: 'Hjelp',
  back: 'Tilbake',
  privacy: 'Slik tar vi vare på personvernet',
  sections: [
    {
      heading: 'Bli med',
      text: [
        'Skann QR-koden på bordkortet, eller skriv koden på åtte tegn. Skriv hva du vil bli kalt. Det er alt, ingen konto og ikke noe passord.',
        'Bytter du telefon eller maskin? Bruk samme kort, og trykk på navnet ditt. Har du fått en egen lenke, åpner du den på nytt.',
        'Deler dere en maskin? Åpne menyen øverst til høyre og velg «Ikke deg? Bytt person».',
      ],
    },
    {
      heading: 'Lagring',
      text: [
        'Alt lagres mens dere skriver. «Lagret» øverst betyr at det er trygt hos serveren. Det finnes ingen lagreknapp.',
        'Uten nett kan dere fortsette. Da står det hvor mange endringer som venter. De ligger på enheten og sendes av seg selv når nettet er tilbake, også om siden lastes på nytt.',
        'Angret du deg? Trykk på «Angre», eller Ctrl+Z. Det tar bare tilbake det du selv har gjort. Slettede mål, kort og aktører kan tas tilbake i 30 dager.',
      ],
    },
    {
      heading: 'Tavlene',
      text: [
        'Aktørkartet viser hvem som er rundt personen eller kommunen, hvor viktige de er, hvordan relasjonen er, og om de er med.',
        'Måltavlen samler målene. Åpne et mål og svar på de seks SMARTE-spørsmålene. Dere trenger ikke svare på alt med en gang.',
        'Forbedring viser fem faser. Dere kan være i flere faser samtidig, og gå tilbake når dere vil.',
        'Alle tavlene kan også vises som liste. Der kan dere gjøre det samme.',
      ],
    },
    {
      heading: 'Kommentarer',
      text: [
        'Alle som kan lese en tavle, kan kommentere mål, aktører og kort. «Ny» viser det du ikke har sett.',
        'Velg «Uten navn» hvis du ikke vil vise hvem du er. I en liten gruppe kan noen likevel gjette det.',
        'Du kan ta tilbake det du har skrevet. Teamet kan merke en kommentar som avklart. Skriver du uten nett, venter kommentaren på enheten og sendes én gang når nettet er tilbake.',
      ],
    },
    {
      heading: 'For deg som er brukerrepresentant',
      text: [
        'Sitter du i et team, kan du skrive på tavlene akkurat som de andre.',
        'Har du fått en lenke hjem, ser du teamene du følger. Trykk på et team for å lese tavlene som tekst. «Følg salen» viser det som er på lerretet.',
        'Trykk på snakkeboblen ved en aktør, et mål eller et kort for å lese og skrive kommentarer. Teamet ser det du skriver med en gang.',
      ],
    },
    {
      heading: 'For veiledere',
      text: [
        'I «Styring» lager du samlingen og teamene, skriver ut kortene og lager lenker. Du velger også hva som er på lerretet.',
        'Du kan åpne og skrive på alle tavlene, svare på kommentarer, skjule dem og vise dem igjen. Den som skrev uten navn, er uten navn for deg også.',
        'Når tavlene hviler, kan teamene lese, kommentere og si om de er enige i et mål. Det de skriver på tavlene imens, venter på enheten deres til du åpner igjen.',
        'Gikk noe galt på en tavle? Klokken ved teamet viser eldre versjoner, hvem som har endret tavlene, og «Fjern for godt». «Teknisk» sier hvordan det står til med nettet, lagringen og sikkerhetskopien.',
      ],
    },
    {
      heading: 'Tastaturet',
      text: [
        'Tab går inn på tavlen, og piltastene går mellom kortene. Enter åpner, Escape lukker.',
        'M flytter, N gir nytt mål, nytt kort eller ny aktør, Delete sletter. Ctrl+Enter sender en kommentar.',
        'På aktørkartet flytter Skift og en piltast aktøren. 1 til 5 setter relasjonen, og K kobler til en annen.',
      ],
    },
    {
      heading: 'Større skrift og språk',
      text: [
        'Åpne menyen øverst til høyre. Der velger du større skrift og bokmål, nynorsk eller engelsk. Valget gjelder bare deg. Du kan også forstørre siden i nettleseren.',
      ],
    },
  ],
}
