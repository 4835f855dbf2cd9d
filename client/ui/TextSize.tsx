import { useState } from 'react'
import { TextAaIcon } from '@phosphor-icons/react/TextAa'
import { useMessages } from '../hooks/useMessages.ts'
import { Button } from './Button.tsx'
import { chooseTextSize, chosenTextSize, nextTextSize } from './textSize.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** «Større skrift»: each press is a step larger, and after the largest it starts over. Remembered on the device. */
export function TextSize() {
  const { textSize } = useMessages().common
  const [percent, setPercent] = useState(chosenTextSize)
  const next = nextTextSize(percent)
  return (
    <>
      <Button
        look="quiet"
        onClick={() => {
          chooseTextSize(next)
          setPercent(next)
        }}
      >
        <TextAaIcon aria-hidden />
        {next === 100 ? textSize.normal : textSize.bigger}
      </Button>
      <VisuallyHidden role="status">{percent === 100 ? '' : textSize.now(percent)}</VisuallyHidden>
    </>
  )
}
