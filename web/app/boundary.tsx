import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { appText } from '../text/app.ts'
import { useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageLink } from '../ui/link.tsx'
import { paths } from '../paths.ts'
import { isProblem } from './call.ts'

/** What stands in for a page that broke while it was drawn, or whose code could not be fetched. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  return <ErrorState problem={isProblem(error) ? error.shown : { title: uiText.failed }} retry={reset} />
}

/** What stands where there is no page. */
export function NoPage() {
  const text = useText(appText)
  return (
    <main>
      <h1 className="only-for-readers">{text.notFound}</h1>
      <EmptyState
        title={text.notFound}
        what={text.notFoundWhat}
        action={
          <Button component={PageLink} to={paths.home()} variant="default">
            {text.toHome}
          </Button>
        }
      />
    </main>
  )
}
