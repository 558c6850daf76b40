import { Drawer, Menu, UnstyledButton } from '@mantine/core'
import { useDisclosure, useNetwork } from '@mantine/hooks'
import { IconChevronDown, IconLanguage, IconLogout, IconUserCircle, IconWifiOff } from '@tabler/icons-react'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { appText } from '../text/app.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { PageLink, useGo } from '../ui/link.tsx'
import { paths } from '../paths.ts'
import style from './frame.module.css'
import { AppearanceButton, LanguageButton, rememberLanguage, useOtherLanguage } from './preferences.tsx'
import { useRoleName } from './roles.ts'
import { Search, SearchField } from './search.tsx'
import { useSession } from './session.tsx'
import { PhoneBar, type QueueCounts, SideNav } from './side-nav.tsx'
import { useSignOut } from './sign-out.ts'
import { TasksButton, TasksLine, useFollowTasks } from './tasks.tsx'
import { YearChoice } from './year.tsx'

/** The frame of every page of the office: navigation, top bar, work under way, and the page. */
export function Frame({ counts = {} }: { counts?: QueueCounts }) {
  const text = useText(appText)
  const shared = useText(uiText)
  const [isMenuOpen, menu] = useDisclosure(false)
  useFollowTasks()
  useRememberedLanguage()
  return (
    <div className={style.frame}>
      <a href="#page" className={style.skip}>
        {text.skip}
      </a>
      <aside className={style.side}>
        <Mark />
        <SideNav counts={counts} />
      </aside>
      <header className={style.top}>
        <TopBar />
        <TasksLine />
      </header>
      <OfflineNotice />
      <main id="page" tabIndex={-1} className={style.main}>
        <Outlet />
      </main>
      <PhoneBar onMore={menu.open} counts={counts} />
      <Drawer opened={isMenuOpen} onClose={menu.close} title="UCOK" size={280} closeButtonProps={{ 'aria-label': shared.close }}>
        <SideNav counts={counts} onFollow={menu.close} />
      </Drawer>
      <Search />
    </div>
  )
}

function Mark() {
  return (
    <PageLink to={paths.home()} className={style.mark}>
      UCOK
    </PageLink>
  )
}

function TopBar() {
  const session = useSession()
  return (
    <div className={style.topBar}>
      <strong className={style.region}>{session.region.name}</strong>
      <YearChoice />
      <SearchField />
      <div className={style.topEnd}>
        <TasksButton />
        <span className={style.wideOnly}>
          <LanguageButton />
          <AppearanceButton />
        </span>
        <PersonMenu />
      </div>
    </div>
  )
}

function PersonMenu() {
  const text = useText(appText)
  const { account, grants } = useSession()
  const roleName = useRoleName()
  const language = useOtherLanguage()
  const signOut = useSignOut()
  const go = useGo()
  const roles = [...new Set(grants.map((grant) => roleName(grant.role)))].join(', ')
  const initials = account.fullName
    .split(' ')
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('')
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <UnstyledButton className={style.person}>
          <span className="only-for-readers">{`${text.account}: ${account.fullName}`}</span>
          <span className={style.initials} aria-hidden>
            {initials}
          </span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={style.who}>
          <strong>{account.fullName}</strong>
          <div className="quiet small">{[roles, account.office].filter(Boolean).join(' · ')}</div>
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserCircle size={16} aria-hidden />} onClick={() => go(paths.ownAccount())}>
          {text.ownAccount}
        </Menu.Item>
        <Menu.Item leftSection={<IconLanguage size={16} aria-hidden />} lang={language.language} onClick={language.speak}>
          {text.language}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
          {text.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function OfflineNotice() {
  const text = useText(appText)
  const { online } = useNetwork()
  if (online) return null
  return (
    <output className={style.offline}>
      <IconWifiOff size={16} aria-hidden /> {text.offline}
    </output>
  )
}

/** Tells the server when the reader's language here differs from the one it knows. */
function useRememberedLanguage(): void {
  const known = useSession().language
  const { language } = useLanguage()
  useEffect(() => {
    if (language !== known) rememberLanguage(language)
  }, [language, known])
}
