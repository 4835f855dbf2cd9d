import { GlobeSimpleIcon } from '@phosphor-icons/react/GlobeSimple'
import type { Language } from '../../shared/api.ts'
import { useLocale } from '../hooks/useMessages.ts'
import { Menu } from './Menu.tsx'
import { SegmentedControl } from './SegmentedControl.tsx'

/** Each language by its own name, whatever the page speaks now. */
const languageNames: Record<Language, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' }
const order: Language[] = ['nb', 'nn', 'en']

/** The three languages, a full choice from the first screen. `onChange` tells the server, where someone is signed in. */
export function LanguageSwitch({
  onChange,
  align,
}: {
  onChange?: (language: Language) => void
  align?: 'start' | 'end'
}) {
  const { language, setLanguage, messages } = useLocale()
  return (
    <Menu
      look="quiet"
      icon={<GlobeSimpleIcon aria-hidden />}
      label={`${messages.common.language}: ${languageNames[language]}`}
      face={languageNames[language]}
      {...(align ? { align } : {})}
      items={order.map((choice) => ({
        id: choice,
        label: <span lang={choice}>{languageNames[choice]}</span>,
        checked: choice === language,
        onSelect: () => {
          setLanguage(choice)
          onChange?.(choice)
        },
      }))}
    />
  )
}

/** The same choice laid open, for where there is room. */
export function LanguageChoice({ onChange }: { onChange?: (language: Language) => void }) {
  const { language, setLanguage, messages } = useLocale()
  return (
    <SegmentedControl
      label={messages.common.language}
      value={language}
      choices={order.map((value) => ({ value, label: languageNames[value] }))}
      onChange={(choice) => {
        setLanguage(choice)
        onChange?.(choice)
      }}
    />
  )
}
