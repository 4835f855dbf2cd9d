/** Where on a card somebody is: `card:<id>:text`, `card:<id>:move`. */
export function cardField(cardId: string, part: string): string {
  return `card:${cardId}:${part}`
}
