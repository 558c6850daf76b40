import { ActionIcon, Button, useMantineColorScheme } from '@mantine/core'
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react'
import { changeLanguage } from '../../src/platform/session-api.ts'
import type { Language } from '../../values/language.ts'
import { appText } from '../text/app.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { call } from './call.ts'

/** Switches the language for this browser. */
export function LanguageButton() {
  const text = useText(appText)
  const other = useOtherLanguage()
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      px={0}
      lang={other.language}
      leftSection={<IconLanguage size={16} aria-hidden />}
      onClick={other.speak}
    >
      {text.language}
    </Button>
  )
}

/** The language the reader does not use now, and how to change to it. */
export function useOtherLanguage(): { language: Language; speak: () => void } {
  const { language, speak } = useLanguage()
  const other = language === 'id' ? 'en' : 'id'
  return { language: other, speak: () => speak(other) }
}

/** Tells the server which language a signed-in person reads, for letters and messages; the page does not wait for it. */
export function rememberLanguage(language: Language): void {
  void call(changeLanguage, { body: { language } }).catch(() => {})
}

/** Switches between light and dark; at first as the reader's system has it. */
export function AppearanceButton() {
  const text = useText(appText)
  const appearance = useAppearance()
  const Icon = appearance.isDark ? IconSun : IconMoon
  const label = appearance.isDark ? text.light : text.dark
  return (
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} title={label} onClick={appearance.toggle}>
      <Icon size={18} />
    </ActionIcon>
  )
}

/** Light or dark, and how to change it. */
export function useAppearance(): { isDark: boolean; toggle: () => void } {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const isDark = colorScheme === 'dark' || (colorScheme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  return { isDark, toggle: () => setColorScheme(isDark ? 'light' : 'dark') }
}
