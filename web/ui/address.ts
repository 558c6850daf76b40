import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'

/** The questions of the page's address (`?search=ni&village=51.03.01`), always text. */
export type Address = Readonly<Record<string, string>>

/** Reads the part of an address after `?`. */
export function parseAddress(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

/** Writes the part of an address after `?`; what is empty is left out. */
export function writeAddress(address: Readonly<Record<string, unknown>>): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(address)) {
    if (value !== undefined && value !== null && value !== '') written.set(name, String(value))
  }
  const text = written.toString()
  return text === '' ? '' : `?${text}`
}

/** What the address of this page asks for, and how to change parts of it without a new step in the history. */
export function useAddress(): { address: Address; change: (parts: Record<string, string | undefined>) => void } {
  const router = useRouter()
  const address = useRouterState({ select: (state) => state.location.search as Address })
  const change = useCallback(
    (parts: Record<string, string | undefined>) => {
      const { pathname, search } = router.latestLocation
      router.history.replace(`${pathname}${writeAddress({ ...search, ...parts })}`)
    },
    [router],
  )
  return { address, change }
}
