import { useRouter } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, forwardRef, type MouseEvent } from 'react'

type PageLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** An address built by `paths`. */
  to: string
}

/** A link to a page of the app, without loading the app again; a new tab works as the reader expects. */
export const PageLink = forwardRef<HTMLAnchorElement, PageLinkProps>(function PageLink({ to, onClick, children, ...rest }, ref) {
  const router = useRouter()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.history.push(to)
  }
  return (
    <a ref={ref} href={to} onClick={follow} {...rest}>
      {children}
    </a>
  )
})

/** Goes to a page of the app, for what is not a link (after a form is saved, a key is pressed). */
export function useGo(): (to: string) => void {
  const router = useRouter()
  return (to) => router.history.push(to)
}
