/**
 * Copies what a field holds. The old way, because the clipboard interface is missing on plain HTTP, which is
 * how a laptop serves the hall. False if the browser refused; the words are then selected, to be copied by hand.
 */
export function copyFrom(field: HTMLTextAreaElement | HTMLInputElement): boolean {
  field.focus()
  field.select()
  return document.execCommand('copy')
}
