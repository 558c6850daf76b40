import '@fontsource-variable/plus-jakarta-sans/wght.css'
import '../ui/mantine-styles.ts'
import '../ui/base.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { router } from '../routes.tsx'
import { LanguageProvider } from '../text/language.tsx'
import { surfaces, theme } from '../ui/theme.ts'
import { isProblem } from './call.ts'
import { endSession } from './session.tsx'

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && (!isProblem(error) || error.status === 0 || error.status >= 502),
    },
  },
})

function noticeEnd(error: unknown): void {
  if (isProblem(error, 401)) endSession(queries)
}

/** The nonce with which the page was served: styles made while the app runs carry it, or the browser does not take them. */
const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** Draws the app into the page. */
export function start(into: HTMLElement): void {
  // Where the parts that hold the page still under a dialog look for it.
  Object.assign(globalThis, { __webpack_nonce__: styleNonce })
  createRoot(into).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={surfaces} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
        <QueryClientProvider client={queries}>
          <LanguageProvider>
            <Notifications position="bottom-right" />
            <RouterProvider router={router} />
          </LanguageProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}
