import { useLayoutEffect, useRef, useState, type Ref } from 'react'
import type { FieldControl } from '../../ui/Field.tsx'
import { caretAfter, codeLength, codeLetters, secretOfAddress, showCode } from './typedCode.ts'
import styles from './CodeInput.module.css'

type CodeInputProps = FieldControl & {
  letters: string
  onLetters: (letters: string) => void
  /** a whole address was pasted; its secret needs no typing */
  onSecret: (secret: string) => void
  inputRef: Ref<HTMLInputElement>
}

/** One real field over eight drawn cells: it takes pasting, small letters, spaces and hyphens. */
export function CodeInput({ letters, onLetters, onSecret, inputRef, ...control }: CodeInputProps) {
  const field = useRef<HTMLInputElement>(null)
  const caret = useRef<number | null>(null)
  const [place, setPlace] = useState<number | null>(null)
  useLayoutEffect(() => {
    if (caret.current === null) return
    field.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })
  // The hyphen is no place of its own, and after the last letter the caret stays with it.
  const here = place === null ? null : place === 4 ? 5 : Math.min(place, codeLength)
  return (
    <div className={styles['code']}>
      <div className={styles['cells']} aria-hidden="true">
        {Array.from({ length: codeLength + 1 }, (_, index) => {
          if (index === 4) return <i key={index}>–</i>
          const letter = letters[index < 4 ? index : index - 1]
          return (
            <span key={index} className={here === index ? styles['here'] : undefined}>
              {letter}
            </span>
          )
        })}
      </div>
      <input
        {...control}
        ref={(element) => {
          field.current = element
          if (typeof inputRef === 'function') inputRef(element)
          else if (inputRef) inputRef.current = element
        }}
        className={styles['field']}
        value={showCode(letters)}
        type="text"
        inputMode="text"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        onPaste={(event) => {
          const secret = secretOfAddress(event.clipboardData.getData('text'))
          if (secret === null) return
          event.preventDefault()
          onSecret(secret)
        }}
        onChange={(event) => {
          const { value, selectionStart } = event.currentTarget
          const next = codeLetters(value)
          const before = codeLetters(value.slice(0, selectionStart ?? value.length)).length
          caret.current = caretAfter(before)
          setPlace(caret.current)
          onLetters(next)
        }}
        onFocus={(event) => setPlace(event.currentTarget.selectionEnd)}
        onSelect={(event) => setPlace(event.currentTarget.selectionEnd)}
        onBlur={() => setPlace(null)}
      />
    </div>
  )
}
