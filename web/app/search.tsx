import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight'
import { useDebouncedValue } from '@mantine/hooks'
import { IconLanguage, IconLogout, IconMapPin, IconMoon, IconSearch, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { searchPlaces } from '../../src/places/api.ts'
import { listWorkers } from '../../src/registry/api.ts'
import { appText } from '../text/app.ts'
import { useText } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { useGo } from '../ui/link.tsx'
import { call } from './call.ts'
import style from './frame.module.css'
import { usePlaces } from './places-shown.ts'
import { useHasRole } from './session.tsx'
import { useAppearance, useOtherLanguage } from './preferences.tsx'
import { useSignOut } from './sign-out.ts'

/** The field of the top bar that opens the search. */
export function SearchField() {
  const text = useText(appText)
  return (
    <button type="button" className={style.search} title={text.searchKey} onClick={() => spotlight.open()}>
      <IconSearch size={16} aria-hidden />
      <span>{text.search}</span>
      <kbd aria-hidden>/</kbd>
    </button>
  )
}

/** Search over everything and commands: `/` or Ctrl K opens it anywhere but in a field. */
export function Search() {
  const text = useText(appText)
  const [typed, setTyped] = useState('')
  const pages = usePageHits()
  const commands = useCommands()
  const found = usePlaceHits(typed)
  const workers = useWorkerHits(typed)
  const groups = [
    { group: text.searchPages, actions: matching(pages, typed) },
    { group: text.searchCommands, actions: matching(commands, typed) },
    { group: text.searchWorkers, actions: workers },
    { group: text.searchPlaces, actions: found },
  ]
  return (
    <Spotlight
      actions={groups.filter((group) => group.actions.length > 0)}
      filter={(_, actions) => actions}
      query={typed}
      onQueryChange={setTyped}
      shortcut={['/', 'mod + K']}
      nothingFound={text.nothingFound}
      limit={20}
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      attributes={{ content: { 'aria-label': text.search } }}
      scrollable
      maxHeight={420}
      searchProps={{ leftSection: <IconSearch size={18} aria-hidden />, placeholder: text.search, 'aria-label': text.search }}
    />
  )
}

function usePageHits(): SpotlightActionData[] {
  const text = useText(appText)
  const go = useGo()
  return usePlaces()
    .flatMap((group) => group.places)
    .map((place) => ({
      id: place.id,
      label: text[place.label],
      leftSection: <place.icon size={18} stroke={1.6} aria-hidden />,
      onClick: () => go(place.to),
    }))
}

function useCommands(): SpotlightActionData[] {
  const text = useText(appText)
  const language = useOtherLanguage()
  const appearance = useAppearance()
  const signOut = useSignOut()
  return [
    { id: 'language', label: text.language, leftSection: <IconLanguage size={18} aria-hidden />, onClick: language.speak },
    {
      id: 'appearance',
      label: appearance.isDark ? text.light : text.dark,
      leftSection: <IconMoon size={18} aria-hidden />,
      onClick: appearance.toggle,
    },
    { id: 'sign-out', label: text.signOut, leftSection: <IconLogout size={18} aria-hidden />, onClick: signOut },
  ]
}

/** Areas whose name or code fits what was typed, asked once the reader pauses. */
function usePlaceHits(typed: string): SpotlightActionData[] {
  const go = useGo()
  const [wanted] = useDebouncedValue(typed.trim(), 200)
  const found = useQuery({
    queryKey: [searchPlaces.path, wanted],
    queryFn: () => call(searchPlaces, { query: { text: wanted, limit: 8 } }),
    enabled: wanted.length >= 2,
  })
  if (typed.trim().length < 2) return []
  return (found.data?.places ?? []).map((place) => ({
    id: `place-${place.code}`,
    label: place.name,
    description: [place.kind, place.parentName, place.code].filter(Boolean).join(' · '),
    leftSection: <IconMapPin size={18} stroke={1.6} aria-hidden />,
    onClick: () => go(paths.places({ text: place.name })),
  }))
}

/** Workers whose name or NIK fits what was typed; none for a role that may not see them. */
function useWorkerHits(typed: string): SpotlightActionData[] {
  const go = useGo()
  const mayLook = useHasRole(...listWorkers.roles)
  const [wanted] = useDebouncedValue(typed.trim(), 200)
  const found = useQuery({
    queryKey: [listWorkers.path, 'search', wanted],
    queryFn: () => call(listWorkers, { query: { text: wanted, limit: 6 } }),
    enabled: mayLook && wanted.length >= 3,
  })
  if (typed.trim().length < 3) return []
  return (found.data?.rows ?? []).map((worker) => ({
    id: `worker-${worker.id}`,
    label: worker.fullName,
    description: [worker.nik, worker.villageName, worker.occupation].filter(Boolean).join(' · '),
    leftSection: <IconUser size={18} stroke={1.6} aria-hidden />,
    onClick: () => go(paths.worker(String(worker.id))),
  }))
}

function matching(actions: SpotlightActionData[], typed: string): SpotlightActionData[] {
  const wanted = typed.trim().toLowerCase()
  return actions.filter((action) => (action.label ?? '').toLowerCase().includes(wanted))
}
