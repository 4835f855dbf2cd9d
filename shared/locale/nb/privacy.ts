/** The privacy page. Fetched with it alone. */
export const privacy = {
  title: 'Slik tar vi vare på personvernet',
  back: 'Tilbake',
  sections: [
    {
      heading: 'Det vi lagrer om deg',
      text: [
        'Navnet du vil bli kalt, språket du har valgt, og hvilket team du er med i. Vi spør ikke om e-post, telefon, adresse, fødselsdato eller fødselsnummer.',
        'Det dere skriver på tavlene, når det ble endret og av hvem. Svarer du på om du er enig i et mål, lagrer vi svaret ditt. De andre ser hvor mange som er enige, og hvem som ikke har svart. De ser ikke hvem som har svart «ikke ennå».',
        'Kommentarene dine: ordene, hva de gjelder, og når du skrev dem. Velger du «Uten navn», ser ingen andre navnet eller rollen din, bare hvilken dag det var. Serveren lagrer likevel hvem som skrev, så du kan ta kommentaren tilbake, og så ingen kan ta tilbake andres. Tar du den tilbake, blir ordene borte for alle.',
      ],
    },
    {
      heading: 'Det som ligger på telefonen eller maskinen din',
      text: [
        'En informasjonskapsel som kjenner deg igjen, så du slipper å skrive navnet på nytt. Valgene dine for språk og skriftstørrelse, og koden til teamet. En kopi av tavlene deres, så ingenting blir borte når nettet faller ut.',
        'Bruker du en maskin som andre også bruker? Velg «Ikke deg? Bytt person» når du er ferdig.',
        'Kommentarer som venter på nett, ligger på enheten til de er sendt, og sendes bare som deg. Enheten husker også hvilke kommentarer du har sett.',
      ],
    },
    {
      heading: 'Hvem som ser det',
      text: [
        'Teamet ditt og veilederne ser tavlen deres. Noen kan få en lenke fra veilederne for å lese den. Det veilederne viser på lerretet, ser alle i salen.',
        'Kommentarer leses av teamet, veilederne og de som har fått lenke til teamet. De vises ikke på lerretet. En veileder kan skjule en kommentar; da kan bare veilederne lese den. I en liten gruppe kan noen gjette hvem som skrev uten navn.',
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
}
