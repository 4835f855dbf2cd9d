/** Signs that control something: a terminal, or which way the text around goes. White space is no part of it. */
const controls = /(?!\s)[\p{Cc}\u200b\u2060\u202a-\u202e\u2066-\u2069]/gu
const visible = /[^\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u

/**
 * One line of text as a name or a note is kept: single spaces, none around it, and nothing that would act on what stands
 * beside it where it is shown. '' where nothing in it can be seen.
 */
export function tidyLine(text: string): string {
  const line = text.replace(controls, '').replace(/\s+/gu, ' ').trim()
  return visible.test(line) ? line : ''
}
