/** The sample network and its gathering, in its facilitators' words. The gathering is held from the day of the load. */
export const sampleGathering = {
  networkName: 'Gode pasientforløp',
  name: 'Samling 3',
  place: 'Hotell Fjordblikk, Sundfjord',
  days: 2,
  sentence: 'Velg ett mål og gjør det målbart. Det holder med ett mål i dag.',
} as const
