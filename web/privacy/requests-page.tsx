import { listRequests } from '../../src/privacy/subject-api.ts'
import { useLoad } from '../app/load.ts'
import { useText } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PrivacyPage } from './privacy-page.tsx'
import { RequestsTable } from './requests-table.tsx'

/** What people asked for about their data, with the clocks of the law. */
export function RequestsPage() {
  const text = useText(privacyText)
  const state = useLoad(listRequests, { query: {} })
  const empty = { title: text.noRequests, what: text.noRequestsWhat }
  return (
    <PrivacyPage name={text.requests} lead={text.lawDraft} empty={empty} state={state}>
      {({ requests }) => (requests.length === 0 ? <EmptyState {...empty} /> : <RequestsTable requests={requests} showsPerson />)}
    </PrivacyPage>
  )
}
